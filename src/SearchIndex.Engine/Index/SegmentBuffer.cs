using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Documents in memory on their way to a segment: filled document by document by one thread at a time, written once. A document that
/// fails halfway leaves nothing behind.
/// </summary>
internal sealed class SegmentBuffer(Analyzer analyzer, FieldNumbers numbers)
{
    private readonly Dictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InvertedField> _inverted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnBuffer> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PointBuffer> _points = new(StringComparer.Ordinal);
    private readonly StoredBuffer _stored = new();
    private readonly StoredDocumentBuilder _storedDocument = new();
    private readonly List<long> _sequences = [];

    /// <summary>Gets the number of documents.</summary>
    public int DocCount { get; private set; }

    /// <summary>Gets the number of each document's addition; see <see cref="BufferedDeletes"/>.</summary>
    public IReadOnlyList<long> Sequences => _sequences;

    /// <summary>Gets an estimate of the memory that the documents take.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A field contradicts how it was used before, or a term is too long.</exception>
    public void AddDocument(Document document)
    {
        int docId = DocCount;
        try
        {
            _storedDocument.Clear();
            foreach (Field field in document.Fields)
            {
                AddField(docId, field);
            }
        }
        catch
        {
            Abandon(docId);
            throw;
        }

        foreach (InvertedField field in _inverted.Values)
        {
            field.FinishDocument(docId);
        }

        _stored.Add(_storedDocument);
        DocCount++;
        MemoryBytes = _stored.MemoryBytes
            + _inverted.Values.Sum(field => field.MemoryBytes)
            + _columns.Values.Sum(column => column.MemoryBytes)
            + _points.Values.Sum(points => points.MemoryBytes);
    }

    /// <summary>Notes the number of the addition of the document that came last.</summary>
    public void NoteSequence(long sequence) => _sequences.Add(sequence);

    /// <summary>Writes the documents as a new segment.</summary>
    public SegmentCommitInfo Write(IndexDirectory directory, IndexWriterConfig config, string segmentName)
    {
        var fields = new FieldInfos(_fields.Values.OrderBy(field => field.Number));
        using var segment = new NewSegment(directory, config, segmentName, DocCount, fields);
        WriteFiles(config.Codec, segment.State);
        return segment.Complete("flush");
    }

    private void AddField(int docId, Field field)
    {
        FieldInfo info = Find(field);
        if (info.IsIndexed && field.Text is not null)
        {
            Inverted(info).AddValue(docId, field.Text, field.Type.Tokenized);
        }

        if (info.DocValuesType != DocValuesType.None)
        {
            Column(info).Add(docId, field);
        }

        if (field.Type.IndexedAsPoint)
        {
            AddPoint(docId, field, info);
        }

        if (!field.Type.Stored)
        {
            return;
        }

        if (field.Text is null)
        {
            _storedDocument.AddInt64(info.Number, field.Number);
        }
        else
        {
            _storedDocument.AddString(info.Number, field.Text);
        }
    }

    private FieldInfo Find(Field field)
    {
        FieldInfo info = numbers.GetOrAdd(field.Name, field.Type);
        _fields[field.Name] = info; // Not the first one seen: points may have come later.
        return info;
    }

    private void AddPoint(int docId, Field field, FieldInfo info)
    {
        if (field.Text is not null)
        {
            throw new ArgumentException($"field {info.Name} is indexed as points, which takes a number");
        }

        if (!_points.TryGetValue(info.Name, out PointBuffer? points))
        {
            points = new PointBuffer(sizeof(long));
            _points.Add(info.Name, points);
        }

        Span<byte> value = stackalloc byte[sizeof(long)];
        NumericUtils.Int64ToSortableBytes(field.Number, value);
        points.Add(docId, value);
    }

    private InvertedField Inverted(FieldInfo info)
    {
        if (!_inverted.TryGetValue(info.Name, out InvertedField? field))
        {
            field = new InvertedField(info, analyzer);
            _inverted.Add(info.Name, field);
        }

        return field;
    }

    private ColumnBuffer Column(FieldInfo info)
    {
        if (!_columns.TryGetValue(info.Name, out ColumnBuffer? column))
        {
            column = new ColumnBuffer(info);
            _columns.Add(info.Name, column);
        }

        return column;
    }

    private void Abandon(int docId)
    {
        foreach (InvertedField field in _inverted.Values)
        {
            field.Abandon(docId);
        }

        foreach (ColumnBuffer column in _columns.Values)
        {
            column.Abandon(docId);
        }

        foreach (PointBuffer points in _points.Values)
        {
            points.Abandon(docId);
        }
    }

    private void WriteFiles(Codec codec, SegmentState state)
    {
        using (StoredFieldsWriter writer = codec.CreateStoredFields(state))
        {
            _stored.Write(writer);
        }

        if (state.Fields.Any(field => field.HasNorms))
        {
            using NormsConsumer norms = codec.CreateNorms(state);
            foreach (InvertedField field in _inverted.Values.Where(field => field.Info.HasNorms))
            {
                field.WriteNorms(norms, DocCount);
            }

            norms.Finish();
        }

        if (_columns.Count > 0)
        {
            using DocValuesConsumer docValues = codec.CreateDocValues(state);
            foreach (ColumnBuffer column in _columns.Values)
            {
                column.Write(docValues, DocCount);
            }

            docValues.Finish();
        }

        if (state.Fields.Any(field => field.HasPoints))
        {
            using PointsWriter writer = codec.CreatePoints(state);
            foreach ((string name, PointBuffer points) in _points)
            {
                writer.WriteField(state.Fields.Find(name)!, points);
            }

            writer.Finish();
        }

        if (_inverted.Count > 0)
        {
            using FieldsConsumer postings = codec.CreatePostings(state);
            foreach (InvertedField field in _inverted.Values.OrderBy(field => field.Info.Name, StringComparer.Ordinal))
            {
                field.WritePostings(postings, DocCount);
            }

            postings.Finish();
        }
    }
}
