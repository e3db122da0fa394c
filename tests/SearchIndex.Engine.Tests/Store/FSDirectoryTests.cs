using SearchIndex.Engine.Store;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Store;

public sealed class FSDirectoryTests : DirectoryContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly FSDirectory _directory;

    public FSDirectoryTests()
    {
        _directory = new FSDirectory(_folder.At("index"));
    }

    protected override IndexDirectory Files => _directory;

    [Fact]
    public void Constructor_FolderThatIsNotThere_MakesIt()
    {
        Assert.True(Directory.Exists(_folder.At("index")));
        Assert.Equal(_folder.At("index"), _directory.Path);
    }

    [Fact]
    public void ObtainLock_ThroughAnotherDirectoryObject_Throws()
    {
        using var other = new FSDirectory(_folder.At("index"));
        using IDisposable held = _directory.ObtainLock("write.lock");

        Assert.Throws<LockObtainFailedException>(() => other.ObtainLock("write.lock"));
    }

    [Fact]
    public void ObtainLock_Released_LeavesTheEmptyFile()
    {
        _directory.ObtainLock("write.lock").Dispose();

        Assert.Equal(0, _directory.FileLength("write.lock"));
    }

    [Fact]
    public void ObtainLock_ReleasedTwice_FreesItOnce()
    {
        IDisposable first = _directory.ObtainLock("write.lock");
        first.Dispose();
        using IDisposable second = _directory.ObtainLock("write.lock");

        first.Dispose();

        Assert.Throws<LockObtainFailedException>(() => _directory.ObtainLock("write.lock"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
