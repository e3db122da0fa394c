using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>All files of an index in memory; a copy is cheap because files are replaced, never changed.</summary>
internal sealed class IndexImage
{
    private readonly SortedDictionary<string, byte[]> _files;

    private IndexImage(SortedDictionary<string, byte[]> files)
    {
        _files = files;
    }

    public IReadOnlyCollection<string> Names => _files.Keys;

    public byte[] this[string name]
    {
        get => _files[name];
        set => _files[name] = value;
    }

    public static IndexImage Of(MemoryDirectory directory) =>
        new(new SortedDictionary<string, byte[]>(
            directory.ListAll().ToDictionary(name => name, directory.ReadAllBytes), StringComparer.Ordinal));

    public static IndexImage OfFolder(string folder) =>
        new(new SortedDictionary<string, byte[]>(
            Directory.GetFiles(folder)
                .Where(file => new FileInfo(file).Length > 0)
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes),
            StringComparer.Ordinal));

    public IndexImage Copy() => new(new SortedDictionary<string, byte[]>(_files, StringComparer.Ordinal));

    public void Remove(string name) => _files.Remove(name);

    public MemoryDirectory ToMemory()
    {
        var directory = new MemoryDirectory();
        foreach ((string name, byte[] bytes) in _files)
        {
            directory.Overwrite(name, bytes);
        }

        return directory;
    }

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] bytes) in _files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }
}
