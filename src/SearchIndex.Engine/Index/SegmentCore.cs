using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// The open files of a segment that never change: everything but deletes and updates. Readers of several commits share it; the last one
/// closes it.
/// </summary>
internal sealed class SegmentCore
{
    private readonly IndexDirectory? _compound;
    private readonly ReferenceCount _references;

    /// <summary>Opens the files; the caller has the first share.</summary>
    public SegmentCore(IndexDirectory directory, Codec codec, SegmentInfo segment)
    {
        _references = new ReferenceCount(Close);
        try
        {
            SizeBytes = segment.Files.Sum(directory.FileLength);
            _compound = segment.IsCompound ? codec.OpenCompound(directory, segment) : null;
            IndexDirectory inside = _compound ?? directory;
            State = new SegmentState(inside, segment, codec.ReadFieldInfos(inside, segment, -1));
            Postings = codec.OpenPostings(State);
            Norms = codec.OpenNorms(State);
            DocValues = codec.OpenDocValues(State);
            Points = codec.OpenPoints(State);
            StoredFields = codec.OpenStoredFields(State);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Gets the segment as it was written, with the fields of that time.</summary>
    public SegmentState State { get; }

    /// <summary>Gets the bytes of the files.</summary>
    public long SizeBytes { get; }

    /// <summary>Gets the inverted index, or null when there is none.</summary>
    public FieldsProducer? Postings { get; }

    /// <summary>Gets the norms, or null when there are none.</summary>
    public NormsProducer? Norms { get; }

    /// <summary>Gets the doc values that the segment was written with, or null when there are none.</summary>
    public DocValuesProducer? DocValues { get; }

    /// <summary>Gets the points, or null when there are none.</summary>
    public PointsReader? Points { get; }

    /// <summary>Gets the stored fields.</summary>
    public StoredFieldsReader StoredFields { get; }

    /// <summary>Gets how many readers share the files.</summary>
    public int Shares => _references.Shares;

    /// <summary>Tells whether this is the core of a segment. Names may come again in another index of the same folder, ids never.</summary>
    public bool IsOf(SegmentInfo segment) =>
        State.Segment.Name == segment.Name && State.Segment.Id.Span.SequenceEqual(segment.Id.Span);

    /// <summary>Takes a share; false when the files are closed already.</summary>
    public bool TryIncRef() => _references.TryTake();

    /// <summary>Gives a share back; the last one closes the files.</summary>
    public void DecRef() => _references.Give();

    /// <summary>Reads every file whole and compares its checksum.</summary>
    public void CheckIntegrity()
    {
        Postings?.CheckIntegrity();
        Norms?.CheckIntegrity();
        DocValues?.CheckIntegrity();
        Points?.CheckIntegrity();
        StoredFields.CheckIntegrity();
    }

    private void Close()
    {
        Postings?.Dispose();
        Norms?.Dispose();
        DocValues?.Dispose();
        Points?.Dispose();
        StoredFields?.Dispose();
        _compound?.Dispose();
    }
}
