using System.IO.MemoryMappedFiles;

namespace SearchIndex.Engine.Store;

/// <summary>
/// A file mapped into the address space. The mapping is undone only when the finalizer finds that nobody holds the source any
/// more, or by <see cref="Release"/>; a reader that keeps its input alive therefore never touches unmapped memory.
/// </summary>
internal sealed unsafe class MemoryMappedByteSource : ByteSource
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _accessor;
    private readonly byte* _start;
    private readonly long _length;

    public MemoryMappedByteSource(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        _length = stream.Length;
        if (_length == 0)
        {
            return; // An empty file cannot be mapped.
        }

        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _accessor = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _accessor.PointerOffset;
    }

    public override long Length => _length;

    public override ReadOnlySpan<byte> View(long offset, int count) => new(_start + offset, count);

    public override void Release()
    {
        if (_accessor is not null && !_accessor.SafeMemoryMappedViewHandle.IsClosed)
        {
            _accessor.SafeMemoryMappedViewHandle.ReleasePointer();
            _accessor.Dispose();
            _file!.Dispose();
        }
    }
}
