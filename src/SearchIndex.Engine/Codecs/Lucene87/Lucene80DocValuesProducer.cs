using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads doc values of all types; see <see cref="Lucene80DocValuesFormat"/>. Fields may lie in several pairs of files, one for
/// each suffix that their attributes name; this engine and Java's default write one. Updates lie in pairs of files of their own, whose
/// suffix starts with the generation. A field without the attributes has no values.
/// </summary>
internal sealed class Lucene80DocValuesProducer : DocValuesProducer
{
    private readonly int _maxDoc;
    private readonly List<IndexInput> _files = [];
    private readonly Dictionary<int, (IndexInput Data, object Entry)> _entries = [];

    public Lucene80DocValuesProducer(SegmentState state)
    {
        _maxDoc = state.Segment.MaxDoc;
        try
        {
            foreach (IGrouping<string, FieldInfo> group in state.Fields.Where(HasValues).GroupBy(field => SuffixOf(state, field)))
            {
                OpenGroup(state, group.Key, [.. group]);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Tells whether a field has doc values in this segment.</summary>
    public static bool HasValues(FieldInfo field) =>
        field.DocValuesType != DocValuesType.None && field.Attributes.ContainsKey(PerFieldAttributes.DocValuesFormat);

    public override NumericDocValues GetNumeric(FieldInfo field)
    {
        if (Find<NumericEntry>(field) is not ({ } data, { } entry))
        {
            return new ColumnNumericDocValues(new AllDocs(0), new ConstantColumn(0));
        }

        return new ColumnNumericDocValues(entry.Docs.Open(data, _maxDoc, entry.Count), entry.OpenColumn(data));
    }

    public override BinaryDocValues GetBinary(FieldInfo field) =>
        Find<BinaryEntry>(field) is ({ } data, { } entry) ? entry.Open(data, _maxDoc) : new EmptyBinaryDocValues();

    public override SortedDocValues GetSorted(FieldInfo field) =>
        Find<SortedEntry>(field) is ({ } data, { } entry) ? entry.Open(data, _maxDoc) : new EmptySortedDocValues();

    public override SortedSetDocValues GetSortedSet(FieldInfo field) =>
        Find<SortedSetEntry>(field) is ({ } data, { } entry) ? entry.Open(data, _maxDoc) : new EmptySortedSetDocValues();

    public override SortedNumericDocValues GetSortedNumeric(FieldInfo field) =>
        Find<SortedNumericEntry>(field) is ({ } data, { } entry)
            ? entry.Open(data, _maxDoc)
            : new ColumnSortedNumericDocValues(new AllDocs(0), new ConstantColumn(0), starts: null);

    public override void CheckIntegrity()
    {
        foreach (IndexInput file in _files)
        {
            CodecUtil.CheckWholeFile(file);
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (IndexInput file in _files)
        {
            file.Dispose();
        }
    }

    private static string SuffixOf(SegmentState state, FieldInfo field)
    {
        string format = field.Attributes[PerFieldAttributes.DocValuesFormat];
        if (format != Lucene80DocValuesFormat.Name)
        {
            throw new NotSupportedException(
                $"doc values of field {field.Name} are in format {format}; this engine reads {Lucene80DocValuesFormat.Name}");
        }

        string suffix = PerFieldAttributes.FileSuffix(
            format, field.Attributes.GetValueOrDefault(PerFieldAttributes.DocValuesSuffix, PerFieldAttributes.OnlySuffix));
        return state.DocValuesGeneration == -1 ? suffix : $"{IndexFileNames.ToBase36(state.DocValuesGeneration)}_{suffix}";
    }

    private void OpenGroup(SegmentState state, string suffix, List<FieldInfo> fields)
    {
        SegmentInfo segment = state.Segment;
        IndexInput data = SegmentFiles.OpenData(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, suffix, Lucene80DocValuesFormat.DataExtension),
            Lucene80DocValuesFormat.DataCodec,
            Lucene80DocValuesFormat.FormatVersion,
            segment.Id.Span,
            suffix);
        _files.Add(data);
        using IndexInput meta = SegmentFiles.OpenMeta(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, suffix, Lucene80DocValuesFormat.MetaExtension),
            Lucene80DocValuesFormat.MetaCodec,
            Lucene80DocValuesFormat.FormatVersion,
            segment.Id.Span,
            suffix);
        for (int number = meta.ReadInt32(); number != Lucene80DocValuesFormat.EndOfFields; number = meta.ReadInt32())
        {
            FieldInfo field = state.Fields.Find(number)
                ?? throw new CorruptIndexException($"doc values of the unknown field {number}", meta.Name, meta.Position);
            _entries[number] = (data, ReadEntry(meta, data, field));
        }

        CodecUtil.CheckAtFooter(meta);
        if (fields.Find(field => !_entries.ContainsKey(field.Number)) is { } missing)
        {
            throw new CorruptIndexException($"doc values of field {missing.Name} are missing", meta.Name, meta.Position);
        }
    }

    private object ReadEntry(IndexInput meta, IndexInput data, FieldInfo field)
    {
        byte type = meta.ReadByte();
        switch (type, field.DocValuesType)
        {
            case (Lucene80DocValuesFormat.NumericType, DocValuesType.Numeric):
                var numeric = NumericEntry.Read(meta, data);
                Lucene80DocValuesFormat.CheckCount(meta, numeric.Docs, numeric.Count, _maxDoc);
                return numeric;
            case (Lucene80DocValuesFormat.BinaryType, DocValuesType.Binary):
                return BinaryEntry.Read(meta, data, _maxDoc, IsCompressed(meta, field));
            case (Lucene80DocValuesFormat.SortedType, DocValuesType.Sorted):
                return SortedEntry.Read(meta, data, _maxDoc);
            case (Lucene80DocValuesFormat.SortedSetType, DocValuesType.SortedSet):
                return SortedSetEntry.Read(meta, data, _maxDoc);
            case (Lucene80DocValuesFormat.SortedNumericType, DocValuesType.SortedNumeric):
                return SortedNumericEntry.Read(meta, data, _maxDoc);
            default:
                throw new CorruptIndexException(
                    $"doc values of {field.DocValuesType} field {field.Name} are of type {type}", meta.Name, meta.Position);
        }
    }

    private static bool IsCompressed(IndexInput meta, FieldInfo field) =>
        field.Attributes.GetValueOrDefault(Lucene80DocValuesFormat.ModeAttribute) switch
        {
            CompressionModes.BestSpeed => false,
            CompressionModes.BestCompression => true,
            string mode => throw new CorruptIndexException($"mode of field {field.Name} is '{mode}'", meta.Name, meta.Position),
            null => throw new CorruptIndexException($"field {field.Name} does not say its mode", meta.Name, meta.Position),
        };

    private (IndexInput? Data, T? Entry) Find<T>(FieldInfo field)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!_entries.TryGetValue(field.Number, out (IndexInput Data, object Entry) found))
        {
            return (null, null);
        }

        return found.Entry is T entry
            ? (found.Data, entry)
            : throw new ArgumentException($"doc values of field {field.Name} are {field.DocValuesType}", nameof(field));
    }
}
