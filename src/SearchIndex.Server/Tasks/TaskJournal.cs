using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchIndex.Engine.Store;
using SearchIndex.News;

namespace SearchIndex.Server.Tasks;

/// <summary>
/// The tasks of an index as a JSON file beside its folder, so that a service that starts again knows them. It is written whole at each change of
/// a task. A lock keeps a second service over the same index from taking the tasks of the first for its own.
/// </summary>
internal sealed class TaskJournal : IDisposable
{
    private const string Suffix = ".tasks.json";
    private const string LockSuffix = ".tasks.lock";
    private const string DamagedSuffix = ".damaged";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _folder;
    private readonly string _name;
    private IDisposable? _lock;

    /// <summary>Names the journal of an index; nothing is written before there is a task.</summary>
    public TaskJournal(string indexFolder)
    {
        string index = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(indexFolder));
        _folder = System.IO.Path.GetDirectoryName(index)!;
        _name = System.IO.Path.GetFileName(index);
    }

    /// <summary>Gets the file.</summary>
    public string Path => System.IO.Path.Combine(_folder, _name + Suffix);

    /// <summary>Gets whether there is one.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Makes the journal this service's own for as long as it runs; a service that was killed holds nothing.</summary>
    /// <exception cref="LockObtainFailedException">Another service has it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Obtain()
    {
        using var directory = new FSDirectory(_folder);
        _lock ??= directory.ObtainLock(_name + LockSuffix);
    }

    /// <summary>Reads the tasks, the oldest first; none when there is no file.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public IReadOnlyList<IndexTask> Read()
    {
        if (!Exists)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<IndexTask[]>(File.ReadAllBytes(Path), Format) ?? [];
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{Path} is no journal of tasks: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the tasks in the place of those that were there: whole, or not at all.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(IReadOnlyList<IndexTask> tasks) => DurableFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(tasks, Format));

    /// <summary>Puts a damaged journal aside.</summary>
    public void PutAside() => File.Move(Path, Path + DamagedSuffix, overwrite: true);

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();
}
