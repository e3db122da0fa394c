using System.Globalization;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Prints what the formats say of an index, postings aside, line by line as <c>MakeFormatsFixture</c> does for Java.</summary>
internal static class SegmentDump
{
    private const int LongestHex = 64;

    private static readonly Codec Codec = Lucene87Codec.Instance;

    public static IEnumerable<string> Dump(IndexDirectory directory, bool checkIntegrity = true) =>
        SegmentInfos.ReadLatest(directory, Codec).Segments.SelectMany(segment => DumpSegment(directory, segment, checkIntegrity));

    private static IEnumerable<string> DumpSegment(IndexDirectory directory, SegmentCommitInfo commit, bool checkIntegrity)
    {
        SegmentInfo segment = commit.Info;
        yield return $"segment {segment.Name} {segment.MaxDoc} {commit.NumDocs}";
        if (commit.DelGen != -1)
        {
            FixedBitSet live = Codec.ReadLiveDocs(directory, segment, commit.DelGen, commit.DelCount);
            for (int doc = 0; doc < segment.MaxDoc; doc++)
            {
                if (!live[doc])
                {
                    yield return $"deleted {doc}";
                }
            }
        }

        using IndexDirectory? compound = segment.IsCompound ? Codec.OpenCompound(directory, segment) : null;
        FieldInfos fields = Codec.ReadFieldInfos(compound ?? directory, segment, commit.FieldInfosGen);
        var state = new SegmentState(compound ?? directory, segment, fields);
        using NormsProducer? norms = Codec.OpenNorms(state);
        using DocValuesProducer? values = Codec.OpenDocValues(state);
        using StoredFieldsReader stored = Codec.OpenStoredFields(state);
        if (checkIntegrity)
        {
            norms?.CheckIntegrity();
            values?.CheckIntegrity();
            stored.CheckIntegrity();
            CheckCompound(directory, segment);
        }

        foreach (FieldInfo field in fields)
        {
            yield return FormattableString.Invariant(
                $"field {field.Name} {field.Number} {(int)field.IndexOptions} {(field.HasNorms ? "true" : "false")} ")
                + FormattableString.Invariant($"{field.DocValuesType.ToString().ToUpperInvariant()} {field.PointDimensionCount}");
            IEnumerable<string> lines = field.HasNorms ? DumpNumeric($"norm {field.Name}", norms!.GetNorms(field)) : [];
            foreach (string line in lines.Concat(DumpDocValues(values, field)))
            {
                yield return line;
            }
        }

        var visitor = new DumpingVisitor();
        for (int doc = 0; doc < segment.MaxDoc; doc++)
        {
            visitor.Lines.Clear();
            stored.VisitDocument(doc, visitor);
            foreach (string line in visitor.Lines)
            {
                yield return $"stored {doc} {line}";
            }
        }
    }

    // The files inside have checksums of their own; that of the whole is nobody's but ours.
    private static void CheckCompound(IndexDirectory directory, SegmentInfo segment)
    {
        foreach (string file in segment.Files.Where(file => file.EndsWith(".cfs", StringComparison.Ordinal)))
        {
            using IndexInput input = directory.OpenInput(file);
            CodecUtil.CheckWholeFile(input);
        }
    }

    private static IEnumerable<string> DumpDocValues(DocValuesProducer? values, FieldInfo field)
    {
        string prefix = $"value {field.Name}";
        return field.DocValuesType switch
        {
            DocValuesType.Numeric => DumpNumeric(prefix, values!.GetNumeric(field)),
            DocValuesType.Binary => DumpBinary(prefix, values!.GetBinary(field)),
            DocValuesType.Sorted => DumpSorted(prefix, values!.GetSorted(field)),
            DocValuesType.SortedSet => DumpSortedSet(prefix, values!.GetSortedSet(field)),
            DocValuesType.SortedNumeric => DumpSortedNumeric(prefix, values!.GetSortedNumeric(field)),
            _ => [],
        };
    }

    private static IEnumerable<string> DumpNumeric(string prefix, NumericDocValues values)
    {
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            yield return FormattableString.Invariant($"{prefix} {values.DocId} {values.Value}");
        }
    }

    private static IEnumerable<string> DumpBinary(string prefix, BinaryDocValues values)
    {
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            yield return FormattableString.Invariant($"{prefix} {values.DocId} {Hex(values.Value)}");
        }
    }

    private static IEnumerable<string> DumpSorted(string prefix, SortedDocValues values)
    {
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            yield return FormattableString.Invariant($"{prefix} {values.DocId} {values.OrdValue}");
        }

        for (int ord = 0; ord < values.ValueCount; ord++)
        {
            yield return $"{prefix} = {Hex(values.LookupOrd(ord))}";
        }
    }

    private static IEnumerable<string> DumpSortedSet(string prefix, SortedSetDocValues values)
    {
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            var ords = new List<long>();
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
            {
                ords.Add(ord);
            }

            yield return FormattableString.Invariant($"{prefix} {values.DocId} {string.Join(' ', ords)}");
        }

        for (long ord = 0; ord < values.ValueCount; ord++)
        {
            yield return $"{prefix} = {Hex(values.LookupOrd(ord))}";
        }
    }

    private static IEnumerable<string> DumpSortedNumeric(string prefix, SortedNumericDocValues values)
    {
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            IEnumerable<long> numbers = Enumerable.Range(0, values.DocValueCount).Select(_ => values.NextValue()).ToList();
            yield return FormattableString.Invariant($"{prefix} {values.DocId} {string.Join(' ', numbers)}");
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => bytes.Length > LongestHex
        ? FormattableString.Invariant($"{bytes.Length} bytes, checksum {Crc32.Append(0, bytes)}")
        : Convert.ToHexStringLower(bytes);

    private sealed class DumpingVisitor : StoredFieldVisitor
    {
        public List<string> Lines { get; } = [];

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) =>
            Add(field, "string", Hex(utf8));

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) =>
            Add(field, "binary", Hex(value));

        public override void Int32Field(FieldInfo field, int value) =>
            Add(field, "int", value.ToString(CultureInfo.InvariantCulture));

        public override void Int64Field(FieldInfo field, long value) =>
            Add(field, "long", value.ToString(CultureInfo.InvariantCulture));

        public override void SingleField(FieldInfo field, float value) =>
            Add(field, "float", BitConverter.SingleToInt32Bits(value).ToString(CultureInfo.InvariantCulture));

        public override void DoubleField(FieldInfo field, double value) =>
            Add(field, "double", BitConverter.DoubleToInt64Bits(value).ToString(CultureInfo.InvariantCulture));

        private void Add(FieldInfo field, string type, string value) => Lines.Add($"{field.Name} {type} {value}");
    }
}
