using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

/// <summary>What every directory must do.</summary>
public abstract class DirectoryContract : IDisposable
{
    protected abstract IndexDirectory Files { get; }

    [Fact]
    public void OpenInput_OfWrittenFile_GivesItsBytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7))];
        Write("file", bytes);

        using IndexInput input = Files.OpenInput("file");

        Assert.Equal(bytes.Length, input.Length);
        Assert.Equal(bytes, input.ReadSpan(bytes.Length).ToArray());
        Assert.Equal(bytes.Length, Files.FileLength("file"));
    }

    [Fact]
    public void OpenInput_OfEmptyFile_HasNoBytes()
    {
        Write("empty", []);

        using IndexInput input = Files.OpenInput("empty");

        Assert.Equal(0, input.Length);
        Assert.Throws<CorruptIndexException>(() => input.ReadByte());
    }

    [Fact]
    public void ListAll_SomeFiles_GivesTheirNamesInOrder()
    {
        Write("b", [1]);
        Write("_0.cfs", [1]);
        Write("a", [1]);

        Assert.Equal(["_0.cfs", "a", "b"], Files.ListAll());
        Assert.True(Files.FileExists("a"));
        Assert.False(Files.FileExists("c"));
    }

    [Fact]
    public void CreateOutput_OfExistingName_Throws()
    {
        Write("file", [1]);

        Assert.Throws<IOException>(() => Files.CreateOutput("file"));
    }

    [Fact]
    public void MissingFile_AnyUse_ThrowsFileNotFound()
    {
        Assert.Throws<FileNotFoundException>(() => Files.OpenInput("none"));
        Assert.Throws<FileNotFoundException>(() => Files.FileLength("none"));
        Assert.Throws<FileNotFoundException>(() => Files.DeleteFile("none"));
    }

    [Fact]
    public void DeleteFile_WhileOpen_LeavesTheInputReadable()
    {
        Write("file", [1, 2, 3]);
        using IndexInput input = Files.OpenInput("file");

        Files.DeleteFile("file");

        Assert.False(Files.FileExists("file"));
        Assert.Equal([1, 2, 3], input.ReadSpan(3).ToArray());
    }

    [Fact]
    public void Rename_ToFreeName_MovesTheBytes()
    {
        Write("pending", [1, 2]);

        Files.Sync(["pending"]);
        Files.Rename("pending", "done");
        Files.SyncMetadata();

        Assert.Equal(["done"], Files.ListAll());
        Assert.Equal(2, Files.FileLength("done"));
    }

    [Fact]
    public void Rename_ToTakenName_Throws()
    {
        Write("pending", [1]);
        Write("done", [2]);

        Assert.Throws<IOException>(() => Files.Rename("pending", "done"));
        Assert.Equal(["done", "pending"], Files.ListAll());
    }

    [Fact]
    public void ObtainLock_WhileHeld_Throws()
    {
        using (Files.ObtainLock("write.lock"))
        {
            Assert.Throws<LockObtainFailedException>(() => Files.ObtainLock("write.lock"));
        }

        using IDisposable again = Files.ObtainLock("write.lock");
        Assert.NotNull(again);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Files.Dispose();

    protected void Write(string name, byte[] bytes)
    {
        using IndexOutput output = Files.CreateOutput(name);
        output.WriteBytes(bytes);
    }
}
