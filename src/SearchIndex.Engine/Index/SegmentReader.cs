using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Reads one segment as one commit sees it. Safe for several threads; the enums and iterators it hands out are not. It is counted like the
/// <see cref="DirectoryReader"/>s that have it: views of several commits share it where nothing of the segment changed, and its files where
/// only deletes or updates came.
/// </summary>
public sealed class SegmentReader : IDisposable
{
    private readonly SegmentDocValues? _docValues;
    private readonly ReferenceCount _references;
    private int _disposed;

    /// <summary>Opens the files of a segment.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="NotSupportedException">The segment uses a feature that this engine does not read.</exception>
    public SegmentReader(IndexDirectory directory, Codec codec, SegmentCommitInfo commit)
        : this(directory, codec, commit, OpenCore(directory, codec, commit))
    {
    }

    /// <summary>Reads what changed; takes over the share of the core.</summary>
    private SegmentReader(IndexDirectory directory, Codec codec, SegmentCommitInfo commit, SegmentCore core)
    {
        Core = core;
        _references = new ReferenceCount(Close);
        Commit = commit;
        try
        {
            SizeBytes = core.SizeBytes + commit.GenerationFiles().Sum(directory.FileLength);
            FieldInfos = commit.FieldInfosGen == -1
                ? core.State.Fields
                : codec.ReadFieldInfos(directory, commit.Info, commit.FieldInfosGen);
            RefuseUnreadable(commit.Info.Name, FieldInfos);
            _docValues = new SegmentDocValues(codec, core, directory, FieldInfos);
            LiveDocs = commit.DelGen == -1 ? null : codec.ReadLiveDocs(directory, commit.Info, commit.DelGen, commit.DelCount);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Gets the segment as the commit sees it.</summary>
    public SegmentCommitInfo Commit { get; }

    /// <summary>Gets the bytes of the segment's files.</summary>
    public long SizeBytes { get; }

    /// <summary>Gets the fields.</summary>
    public FieldInfos FieldInfos { get; }

    /// <summary>Gets the open files that readers of other commits may share.</summary>
    internal SegmentCore Core { get; }

    /// <summary>Gets which documents are live, or null when all are.</summary>
    public FixedBitSet? LiveDocs { get; }

    /// <summary>Gets the number of documents, deleted ones included.</summary>
    public int MaxDoc => Commit.Info.MaxDoc;

    /// <summary>Gets the number of live documents.</summary>
    public int NumDocs => MaxDoc - Commit.DelCount;

    /// <summary>Returns the terms of a field, or null when it has none here.</summary>
    public Terms? Terms(string field) => Core.Postings?.Terms(field);

    /// <summary>Returns the norms of a field, or null when it has none.</summary>
    public NumericDocValues? GetNorms(string field) =>
        FieldInfos.Find(field) is { HasNorms: true } info ? Core.Norms?.GetNorms(info) : null;

    /// <summary>Returns the numeric column of a field, or null when it has none.</summary>
    public NumericDocValues? GetNumericDocValues(string field) =>
        Column(field, DocValuesType.Numeric, (values, info) => values.GetNumeric(info));

    /// <summary>Returns the binary column of a field, or null when it has none.</summary>
    public BinaryDocValues? GetBinaryDocValues(string field) =>
        Column(field, DocValuesType.Binary, (values, info) => values.GetBinary(info));

    /// <summary>Returns the sorted column of a field, or null when it has none.</summary>
    public SortedDocValues? GetSortedDocValues(string field) =>
        Column(field, DocValuesType.Sorted, (values, info) => values.GetSorted(info));

    /// <summary>Returns the sets of a field, or null when it has none.</summary>
    public SortedSetDocValues? GetSortedSetDocValues(string field) =>
        Column(field, DocValuesType.SortedSet, (values, info) => values.GetSortedSet(info));

    /// <summary>Returns the column of several numbers of a field, or null when it has none.</summary>
    public SortedNumericDocValues? GetSortedNumericDocValues(string field) =>
        Column(field, DocValuesType.SortedNumeric, (values, info) => values.GetSortedNumeric(info));

    /// <summary>Returns the points of a field, or null when it has none here.</summary>
    /// <exception cref="NotSupportedException">They have several dimensions.</exception>
    public PointValues? GetPointValues(string field) =>
        FieldInfos.Find(field) is { HasPoints: true } info ? Core.Points?.GetValues(info) : null;

    /// <summary>Shows the stored fields of a document to a visitor.</summary>
    public void VisitDocument(int docId, StoredFieldVisitor visitor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        using StoredFieldsReader reader = Core.StoredFields.Clone();
        reader.VisitDocument(docId, visitor);
    }

    /// <summary>Returns a reader of the stored fields for the calling thread.</summary>
    public StoredFieldsReader OpenStoredFields() => Core.StoredFields.Clone();

    /// <summary>Reads every file whole and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">A checksum differs.</exception>
    public void CheckIntegrity()
    {
        Core.CheckIntegrity();
        _docValues!.CheckIntegrity();
    }

    /// <summary>Gives back the share of whoever opened the segment; the last share closes the files.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DecRef();
        }
    }

    /// <summary>
    /// Opens a segment as a commit sees it, with a share for the caller. A reader that knows the very state is that reader; one that knows
    /// another state of the segment lends its open files.
    /// </summary>
    internal static SegmentReader Open(IndexDirectory directory, Codec codec, SegmentCommitInfo commit, SegmentReader? known)
    {
        if (known is null || !known.Core.IsOf(commit.Info))
        {
            return new SegmentReader(directory, codec, commit);
        }

        if (known.Commit.IsSameState(commit) && known.TryIncRef())
        {
            return known;
        }

        return known.Core.TryIncRef()
            ? new SegmentReader(directory, codec, commit, known.Core)
            : new SegmentReader(directory, codec, commit);
    }

    /// <summary>Takes a share; false when the reader is closed already.</summary>
    internal bool TryIncRef() => _references.TryTake();

    /// <summary>Gives a share back; the last one closes the files, unless other readers use them.</summary>
    internal void DecRef() => _references.Give();

    private static SegmentCore OpenCore(IndexDirectory directory, Codec codec, SegmentCommitInfo commit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(commit);
        string name = commit.Info.Name;
        if (commit.SoftDelCount > 0)
        {
            throw new NotSupportedException($"segment {name} has soft deletes, which this engine does not read");
        }

        if (commit.Info.HasIndexSort)
        {
            throw new NotSupportedException($"segment {name} has an index sort, which this engine does not read");
        }

        return new SegmentCore(directory, codec, commit.Info);
    }

    private void Close()
    {
        _docValues?.Dispose();
        Core.DecRef();
    }

    private T? Column<T>(string field, DocValuesType type, Func<DocValuesProducer, FieldInfo, T> open)
        where T : class =>
        FieldInfos.Find(field) is { } info && info.DocValuesType == type ? _docValues!.Open(info, open) : null;

    private static void RefuseUnreadable(string segment, FieldInfos fields)
    {
        foreach (FieldInfo field in fields)
        {
            if (field.IsSoftDeletes)
            {
                throw new NotSupportedException($"field {field.Name} of segment {segment} marks soft deletes, which this engine does not read");
            }
        }
    }
}
