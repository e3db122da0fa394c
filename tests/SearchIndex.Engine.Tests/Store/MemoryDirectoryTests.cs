using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

public sealed class MemoryDirectoryTests : DirectoryContract
{
    protected override IndexDirectory Files { get; } = new MemoryDirectory();
}
