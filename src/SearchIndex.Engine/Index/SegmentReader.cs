using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Reads one segment as one commit sees it. Safe for several threads; the enums and iterators it hands out are not.
/// Owned by a <see cref="DirectoryReader"/>, which closes it.
/// </summary>
public sealed class SegmentReader : IDisposable
{
    private readonly IndexDirectory? _compound;
    private readonly FieldsProducer? _postings;
    private readonly NormsProducer? _norms;
    private readonly SegmentDocValues? _docValues;
    private readonly PointsReader? _points;
    private readonly StoredFieldsReader _storedFields;

    /// <summary>Opens the files of a segment.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="NotSupportedException">The segment uses a feature that this engine does not read.</exception>
    public SegmentReader(IndexDirectory directory, Codec codec, SegmentCommitInfo commit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(commit);
        Commit = commit;
        if (commit.SoftDelCount > 0)
        {
            throw new NotSupportedException($"segment {commit.Info.Name} has soft deletes, which this engine does not read");
        }

        if (commit.Info.HasIndexSort)
        {
            throw new NotSupportedException($"segment {commit.Info.Name} has an index sort, which this engine does not read");
        }

        try
        {
            SizeBytes = commit.Files().Sum(directory.FileLength);
            _compound = commit.Info.IsCompound ? codec.OpenCompound(directory, commit.Info) : null;
            IndexDirectory inside = _compound ?? directory;
            FieldInfos written = codec.ReadFieldInfos(inside, commit.Info, -1);
            FieldInfos = commit.FieldInfosGen == -1 ? written : codec.ReadFieldInfos(directory, commit.Info, commit.FieldInfosGen);
            RefuseUnreadable(commit.Info.Name, FieldInfos);
            var state = new SegmentState(inside, commit.Info, written);
            _postings = codec.OpenPostings(state);
            _norms = codec.OpenNorms(state);
            _docValues = new SegmentDocValues(codec, state, directory, FieldInfos);
            _points = codec.OpenPoints(state);
            _storedFields = codec.OpenStoredFields(state);
            LiveDocs = commit.DelGen == -1 ? null : codec.ReadLiveDocs(directory, commit.Info, commit.DelGen, commit.DelCount);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Gets the segment as the commit sees it.</summary>
    public SegmentCommitInfo Commit { get; }

    /// <summary>Gets the bytes of the segment's files.</summary>
    public long SizeBytes { get; }

    /// <summary>Gets the fields.</summary>
    public FieldInfos FieldInfos { get; }

    /// <summary>Gets which documents are live, or null when all are.</summary>
    public FixedBitSet? LiveDocs { get; }

    /// <summary>Gets the number of documents, deleted ones included.</summary>
    public int MaxDoc => Commit.Info.MaxDoc;

    /// <summary>Gets the number of live documents.</summary>
    public int NumDocs => MaxDoc - Commit.DelCount;

    /// <summary>Returns the terms of a field, or null when it has none here.</summary>
    public Terms? Terms(string field) => _postings?.Terms(field);

    /// <summary>Returns the norms of a field, or null when it has none.</summary>
    public NumericDocValues? GetNorms(string field) =>
        FieldInfos.Find(field) is { HasNorms: true } info ? _norms?.GetNorms(info) : null;

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
        FieldInfos.Find(field) is { HasPoints: true } info ? _points?.GetValues(info) : null;

    /// <summary>Shows the stored fields of a document to a visitor.</summary>
    public void VisitDocument(int docId, StoredFieldVisitor visitor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        using StoredFieldsReader reader = _storedFields.Clone();
        reader.VisitDocument(docId, visitor);
    }

    /// <summary>Returns a reader of the stored fields for the calling thread.</summary>
    public StoredFieldsReader OpenStoredFields() => _storedFields.Clone();

    /// <summary>Reads every file whole and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">A checksum differs.</exception>
    public void CheckIntegrity()
    {
        _postings?.CheckIntegrity();
        _norms?.CheckIntegrity();
        _docValues?.CheckIntegrity();
        _points?.CheckIntegrity();
        _storedFields.CheckIntegrity();
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _postings?.Dispose();
        _norms?.Dispose();
        _docValues?.Dispose();
        _points?.Dispose();
        _storedFields?.Dispose();
        _compound?.Dispose();
    }

    private T? Column<T>(string field, DocValuesType type, Func<DocValuesProducer, FieldInfo, T> open)
        where T : class =>
        FieldInfos.Find(field) is { } info && info.DocValuesType == type ? _docValues?.Open(info, open) : null;

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
