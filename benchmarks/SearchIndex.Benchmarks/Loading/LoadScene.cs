using System.Globalization;
using System.Runtime.InteropServices;
using SearchIndex.Benchmarks.Searching;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>What all parts of the measurement share: an archive with its index, the questions, and the client that asks them.</summary>
internal sealed class LoadScene
{
    private const int Seed = 1;
    private const string SearchPath = "/api/v1/search?q=";

    private readonly string _archive;
    private readonly string _index;
    private readonly string _work;

    private LoadScene(string archive, string index, string work)
    {
        _archive = archive;
        _index = index;
        _work = work;
        Paths = [.. Questions(index).Select(question => SearchPath + Uri.EscapeDataString(question))];
        Client = new Wrk(work, Paths);
    }

    /// <summary>Gets the questions as addresses below that of a service.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Gets what asks them.</summary>
    public Wrk Client { get; }

    /// <summary>Indexes an archive and prints what is measured, and where.</summary>
    /// <param name="archive">The folder of the articles.</param>
    /// <param name="work">Receives the index and all other files.</param>
    public static LoadScene Build(string archive, string work)
    {
        string index = Path.Combine(work, "index");
        CommandLineProgram.Run("rebuild", archive, "--index", index);
        var scene = new LoadScene(archive, index, work);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scene.Paths.Count} questions, seed {Seed}; {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}"));
        return scene;
    }

    /// <summary>Starts the service over the index; its tasks read the archive.</summary>
    public ServedProcess Serve(params string[] settings) => ServedProcess.Search(_index, ["--archive", _archive, .. settings]);

    /// <summary>Starts a bare service with that answer of ours which is of middle length; it is chosen at the first call.</summary>
    public async Task<ServedProcess> ServeBareAsync(ServedProcess service)
    {
        string file = Path.Combine(_work, "answer.json");
        if (!File.Exists(file))
        {
            await WriteMiddleAnswerAsync(service, file).ConfigureAwait(false);
        }

        return ServedProcess.Bare(file);
    }

    private static IReadOnlyList<string> Questions(string index)
    {
        using var directory = new FSDirectory(index);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        return new QuerySampler(reader, Seed).Typed();
    }

    private async Task WriteMiddleAnswerAsync(ServedProcess service, string file)
    {
        var answers = new List<byte[]>();
        foreach (string path in Paths)
        {
            answers.Add(await service.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false));
        }

        byte[] middle = answers.OrderBy(answer => answer.Length).ElementAt(answers.Count / 2);
        await File.WriteAllBytesAsync(file, middle).ConfigureAwait(false);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"answers have {answers.Average(answer => answer.Length):F0} bytes in the mean, that of the bare service {middle.Length}"));
    }
}
