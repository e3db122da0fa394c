using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// A frozen view of an index: the segments of one commit. Later commits do not change it. It is counted: whoever takes it with
/// <see cref="TryIncRef"/> gives it back with <see cref="DecRef"/>, and the last one closes the files.
/// </summary>
public sealed class DirectoryReader : IDisposable
{
    private readonly List<LeafReaderContext> _leaves = [];
    private int _references = 1;
    private int _disposed;

    private DirectoryReader(IndexDirectory directory, Codec codec, SegmentInfos commit)
    {
        Directory = directory;
        Commit = commit;
        try
        {
            foreach (SegmentCommitInfo segment in commit.Segments)
            {
                var reader = new SegmentReader(directory, codec, segment);
                _leaves.Add(new LeafReaderContext(reader, _leaves.Count, MaxDoc));
                MaxDoc += reader.MaxDoc;
            }
        }
        catch
        {
            CloseLeaves();
            throw;
        }
    }

    /// <summary>Gets where the index lies.</summary>
    public IndexDirectory Directory { get; }

    /// <summary>Gets the commit that this is a view of.</summary>
    public SegmentInfos Commit { get; }

    /// <summary>Gets the segments in document order.</summary>
    public IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    /// <summary>Gets the number of documents, deleted ones included.</summary>
    public int MaxDoc { get; }

    /// <summary>Gets the number of live documents.</summary>
    public int NumDocs => _leaves.Sum(leaf => leaf.Reader.NumDocs);

    /// <summary>Opens the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    public static DirectoryReader Open(IndexDirectory directory, Codec codec)
    {
        ArgumentNullException.ThrowIfNull(directory);
        for (long tried = -1; ;)
        {
            SegmentInfos commit = SegmentInfos.ReadLatest(directory, codec);
            try
            {
                return new DirectoryReader(directory, codec, commit);
            }
            catch (FileNotFoundException problem)
            {
                // A writer may have committed and deleted in between; when nothing is newer, the file is really gone.
                if (commit.Generation == tried)
                {
                    throw new CorruptIndexException($"commit {commit.FileName} names a file that is missing: {problem.FileName}", problem);
                }

                tried = commit.Generation;
            }
        }
    }

    /// <summary>Opens a given state of the index, which need not be committed.</summary>
    internal static DirectoryReader Open(IndexDirectory directory, Codec codec, SegmentInfos state) => new(directory, codec, state);

    /// <summary>Returns the segment that holds a document of the whole index.</summary>
    public LeafReaderContext LeafOf(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        int low = 0;
        int high = _leaves.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (_leaves[middle].DocBase <= docId)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _leaves[low];
    }

    /// <summary>Shows the stored fields of a document of the whole index to a visitor.</summary>
    public void VisitDocument(int docId, StoredFieldVisitor visitor)
    {
        LeafReaderContext leaf = LeafOf(docId);
        leaf.Reader.VisitDocument(docId - leaf.DocBase, visitor);
    }

    /// <summary>Takes a share of the reader; false when it is closed already.</summary>
    public bool TryIncRef()
    {
        for (int count = Volatile.Read(ref _references); count > 0; count = Volatile.Read(ref _references))
        {
            if (Interlocked.CompareExchange(ref _references, count + 1, count) == count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives a share back; the last one closes the files.</summary>
    public void DecRef()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            CloseLeaves();
        }
    }

    /// <summary>Gives back the share that <see cref="Open(IndexDirectory, Codec)"/> handed out.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DecRef();
        }
    }

    private void CloseLeaves()
    {
        foreach (LeafReaderContext leaf in _leaves)
        {
            leaf.Reader.Dispose();
        }
    }
}
