using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// A frozen view of an index: the segments of one commit. Later commits do not change it. It is counted: whoever takes it with
/// <see cref="TryIncRef"/> gives it back with <see cref="DecRef"/>, and the last one closes the files that no other view shares.
/// </summary>
public sealed class DirectoryReader : IDisposable
{
    private readonly Codec _codec;
    private readonly List<LeafReaderContext> _leaves = [];
    private readonly ReferenceCount _references;
    private int _disposed;

    private DirectoryReader(IndexDirectory directory, Codec codec, SegmentInfos commit, Func<SegmentCommitInfo, SegmentReader> open)
    {
        Directory = directory;
        _codec = codec;
        _references = new ReferenceCount(CloseLeaves);
        Commit = commit;
        try
        {
            foreach (SegmentCommitInfo segment in commit.Segments)
            {
                SegmentReader reader = open(segment);
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
        ArgumentNullException.ThrowIfNull(codec);
        return OpenNewest(directory, codec, known: null);
    }

    /// <summary>
    /// Opens the newest commit, unless a reader shows it already. Segments that both have are opened once: where nothing but deletes or updates
    /// came, only these are read. The old reader stays as it is, and each of the two is disposed on its own, in any order. For a reader of
    /// what a writer has not committed, every commit is another one.
    /// </summary>
    /// <returns>The newer view, or null when there is none.</returns>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    /// <exception cref="IndexNotFoundException">The index is gone.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is damaged.</exception>
    public static DirectoryReader? OpenIfChanged(DirectoryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ObjectDisposedException.ThrowIf(!reader.TryIncRef(), reader);
        try
        {
            return reader.IsNewest() ? null : OpenNewest(reader.Directory, reader._codec, reader);
        }
        finally
        {
            reader.DecRef();
        }
    }

    /// <summary>Opens a given state of the index, which need not be committed.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="codec">Its format.</param>
    /// <param name="state">The state.</param>
    /// <param name="open">Opens a segment, with a share for this reader.</param>
    internal static DirectoryReader Open(
        IndexDirectory directory, Codec codec, SegmentInfos state, Func<SegmentCommitInfo, SegmentReader> open) => new(directory, codec, state, open);

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
    public bool TryIncRef() => _references.TryTake();

    /// <summary>Gives a share back; the last one closes the files that no other view shares.</summary>
    public void DecRef() => _references.Give();

    /// <summary>Gives back the share that opening handed out.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DecRef();
        }
    }

    private static DirectoryReader OpenNewest(IndexDirectory directory, Codec codec, DirectoryReader? known)
    {
        Dictionary<string, SegmentReader> knownByName =
            known?._leaves.ToDictionary(leaf => leaf.Reader.Commit.Info.Name, leaf => leaf.Reader, StringComparer.Ordinal) ?? [];
        for (long tried = -1; ;)
        {
            SegmentInfos commit = SegmentInfos.ReadLatest(directory, codec);
            try
            {
                return new DirectoryReader(directory, codec, commit, segment =>
                    SegmentReader.Open(directory, codec, segment, knownByName.GetValueOrDefault(segment.Info.Name)));
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

    /// <summary>Somebody may have removed the index and built another in its place, which begins again at the first generation.</summary>
    private bool IsNewest()
    {
        if (SegmentInfos.LastGeneration(Directory) != Commit.Generation)
        {
            return false;
        }

        try
        {
            return SegmentInfos.ReadId(Directory, Commit.Generation) == Commit.Id;
        }
        catch (FileNotFoundException)
        {
            return false; // A newer commit came between the two looks.
        }
    }

    private void CloseLeaves()
    {
        foreach (LeafReaderContext leaf in _leaves)
        {
            leaf.Reader.DecRef();
        }
    }
}
