using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchIndex.Server.Security;

/// <summary>The file of keys: JSON that only its owner may read and write.</summary>
public static class AccessKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const int HashDigits = 64;

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter<KeyScope>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads the keys; a file that is not there holds none.</summary>
    /// <exception cref="InvalidDataException">It is no file of keys, or others than its owner may read or write it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyList<AccessKey> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            return [];
        }

        if (IsOpenToOthers(path))
        {
            throw new InvalidDataException($"the file of keys {path} can be read or written by others than its owner; close it with: chmod 600");
        }

        try
        {
            AccessKey[] keys = JsonSerializer.Deserialize<AccessKey[]>(File.ReadAllBytes(path), Format) ?? [];
            return keys.All(IsWhole) ? keys : throw new InvalidDataException($"{path} has a key without an id or a hash");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is no file of keys: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the keys in place of those that were there: whole, or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Save(string path, IReadOnlyList<AccessKey> keys)
    {
        string whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        string pending = $"{whole}.{Environment.ProcessId}.pending";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(pending, options))
        {
            JsonSerializer.Serialize(stream, keys, Format);
            stream.Flush(flushToDisk: true);
        }

        File.Move(pending, whole, overwrite: true);
    }

    /// <summary>Tells whether others than the owner may read or write a file; never on Windows, where folders of users are closed.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    private static bool IsWhole(AccessKey key) =>
        key is { Id.Length: > 0, Sha256.Length: HashDigits } && key.Sha256.All(char.IsAsciiHexDigit);
}
