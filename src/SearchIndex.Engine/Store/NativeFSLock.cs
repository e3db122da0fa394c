using System.Runtime.Versioning;

namespace SearchIndex.Engine.Store;

/// <summary>
/// The lock of a writer: a lock of the operating system over the whole file, as a Java process takes it, so that both sides see
/// each other (spec 3.4). Such locks do not hold between threads of one process; a table of this process does that.
/// The file stays when the lock goes.
/// </summary>
internal sealed class NativeFSLock : IDisposable
{
    private static readonly HashSet<string> HeldHere = new(StringComparer.Ordinal);

    private readonly string _path;
    private FileStream? _stream;

    private NativeFSLock(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    public static NativeFSLock Obtain(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        lock (HeldHere)
        {
            if (!HeldHere.Add(path))
            {
                throw new LockObtainFailedException($"{path} is locked by another writer of this process ({Environment.ProcessId})");
            }
        }

        try
        {
            // Share mode ReadWrite keeps .NET from adding its own flock; the lock that Java sees is the one taken next.
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            LockWholeFile(stream, path);
            return new NativeFSLock(path, stream);
        }
        catch
        {
            Forget(path);
            throw;
        }
    }

    public void Dispose()
    {
        FileStream? stream = Interlocked.Exchange(ref _stream, null);
        if (stream is not null)
        {
            stream.Dispose();
            Forget(_path);
        }
    }

    private static void LockWholeFile(FileStream stream, string path)
    {
        try
        {
            if (!OperatingSystem.IsMacOS() && !OperatingSystem.IsIOS())
            {
                Lock(stream);
            }
        }
        catch (IOException problem)
        {
            stream.Dispose();
            throw new LockObtainFailedException($"{path} is locked by {LockHolder.Describe(path)}; stop it, then try again", problem);
        }
    }

    [UnsupportedOSPlatform("ios")]
    [UnsupportedOSPlatform("macos")]
    [UnsupportedOSPlatform("tvos")]
    [UnsupportedOSPlatform("freebsd")]
    private static void Lock(FileStream stream) => stream.Lock(0, long.MaxValue);

    private static void Forget(string path)
    {
        lock (HeldHere)
        {
            HeldHere.Remove(path);
        }
    }
}
