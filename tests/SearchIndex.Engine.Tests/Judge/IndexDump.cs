using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Writes down all that an index says through our readers, line by line as <c>tests/judge/DumpIndex.java --content</c> does.</summary>
internal sealed class IndexDump
{
    private readonly DumpSections _out;

    private IndexDump(DumpSections sections)
    {
        _out = sections;
    }

    public static IReadOnlyList<string> Of(string folder, bool hash)
    {
        using var directory = new FSDirectory(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var sections = new DumpSections(hash);
        new IndexDump(sections).Dump(reader);
        return sections.Lines;
    }

    private void Dump(DirectoryReader reader)
    {
        _out.Begin("commit");
        _out.Line($"leaves={reader.Leaves.Count} maxDoc={reader.MaxDoc} numDocs={reader.NumDocs}");
        foreach ((string key, string value) in reader.Commit.UserData.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            _out.Line($"{DumpSections.Escape(key)}={DumpSections.Escape(value)}");
        }

        _out.End();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            leaf.Reader.CheckIntegrity();
            DumpLeaf(string.Create(CultureInfo.InvariantCulture, $"leaf {leaf.Ord}"), leaf.Reader);
        }
    }

    private void DumpLeaf(string leaf, SegmentReader reader)
    {
        FieldInfo[] fields = [.. reader.FieldInfos.OrderBy(field => field.Name, StringComparer.Ordinal)];
        DumpLive(leaf, reader);
        _out.Begin(leaf + " fields");
        foreach (FieldInfo field in fields)
        {
            _out.Line($"{DumpSections.Escape(field.Name)} number={field.Number} index={JavaName(field.IndexOptions)} norms={JavaName(field.HasNorms)} docValues={JavaName(field.DocValuesType)} points={field.PointDimensionCount}x{field.PointNumBytes}");
        }

        _out.End();
        foreach (FieldInfo field in fields)
        {
            DumpField(leaf, " " + DumpSections.Escape(field.Name), field, reader);
        }

        _out.Begin(leaf + " stored");
        var visitor = new StoredDump(_out);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            visitor.Doc = doc;
            reader.VisitDocument(doc, visitor);
        }

        _out.End();
    }

    private void DumpField(string leaf, string name, FieldInfo field, SegmentReader reader)
    {
        if (field.IsIndexed)
        {
            _out.Begin(leaf + " terms" + name);
            DumpTerms(field, reader.Terms(field.Name));
            _out.End();
        }

        if (field.HasNorms)
        {
            _out.Begin(leaf + " norms" + name);
            DumpNumeric(reader.GetNorms(field.Name)!);
            _out.End();
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            _out.Begin(leaf + " docvalues" + name);
            DumpDocValues(field, reader);
            _out.End();
        }

        if (field.PointDimensionCount == 1)
        {
            _out.Begin(leaf + " points" + name);
            DumpPoints(reader.GetPointValues(field.Name));
            _out.End();
        }
    }

    private void DumpLive(string leaf, SegmentReader reader)
    {
        _out.Begin(leaf + " docs");
        _out.Line($"maxDoc={reader.MaxDoc} numDocs={reader.NumDocs}");
        for (int doc = 0; reader.LiveDocs is not null && doc < reader.MaxDoc; doc++)
        {
            if (!reader.LiveDocs[doc])
            {
                _out.Line($"deleted {doc}");
            }
        }

        _out.End();
    }

    private void DumpTerms(FieldInfo field, Terms? terms)
    {
        if (terms is null)
        {
            _out.Line("none");
            return;
        }

        _out.Line($"size={terms.Count} docCount={terms.DocCount} sumDocFreq={terms.SumDocFreq} sumTotalTermFreq={terms.SumTotalTermFreq}");
        TermsEnum iterator = terms.Iterator();
        PostingsEnum? postings = null;
        var line = new StringBuilder();
        while (iterator.Next())
        {
            _out.Line($"{DumpSections.Text(iterator.Term)} df={iterator.DocFreq} ttf={iterator.TotalTermFreq}");
            postings = iterator.Postings(PostingsFeatures.Offsets, postings);
            while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                line.Clear().Append(CultureInfo.InvariantCulture, $"  {postings.DocId} {postings.Freq}");
                for (int occurrence = 0; field.HasPositions && occurrence < postings.Freq; occurrence++)
                {
                    line.Append(CultureInfo.InvariantCulture, $" {postings.NextPosition()}");
                    if (field.HasOffsets)
                    {
                        line.Append(CultureInfo.InvariantCulture, $"@{postings.StartOffset}-{postings.EndOffset}");
                    }
                }

                _out.Line(line.ToString());
            }
        }
    }

    private void DumpDocValues(FieldInfo field, SegmentReader reader)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                DumpNumeric(reader.GetNumericDocValues(field.Name));
                break;
            case DocValuesType.Binary:
                DumpBinary(reader.GetBinaryDocValues(field.Name));
                break;
            case DocValuesType.Sorted:
                DumpSorted(reader.GetSortedDocValues(field.Name));
                break;
            case DocValuesType.SortedSet:
                DumpSortedSet(reader.GetSortedSetDocValues(field.Name));
                break;
            default:
                DumpSortedNumeric(reader.GetSortedNumericDocValues(field.Name));
                break;
        }
    }

    private void DumpNumeric(NumericDocValues? values)
    {
        while (values is not null && values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            _out.Line($"{values.DocId} {values.Value}");
        }
    }

    private void DumpBinary(BinaryDocValues? values)
    {
        while (values is not null && values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            _out.Line($"{values.DocId} {DumpSections.Text(values.Value)}");
        }
    }

    private void DumpSorted(SortedDocValues? values)
    {
        for (int ord = 0; ord < values?.ValueCount; ord++)
        {
            _out.Line($"ord {ord} {DumpSections.Text(values.LookupOrd(ord))}");
        }

        while (values is not null && values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            _out.Line($"{values.DocId} {values.OrdValue}");
        }
    }

    private void DumpSortedSet(SortedSetDocValues? values)
    {
        for (long ord = 0; ord < values?.ValueCount; ord++)
        {
            _out.Line($"ord {ord} {DumpSections.Text(values.LookupOrd(ord))}");
        }

        while (values is not null && values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            var line = new StringBuilder().Append(values.DocId);
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
            {
                line.Append(' ').Append(ord);
            }

            _out.Line(line.ToString());
        }
    }

    private void DumpSortedNumeric(SortedNumericDocValues? values)
    {
        while (values is not null && values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            var line = new StringBuilder().Append(values.DocId);
            for (int count = values.DocValueCount; count > 0; count--)
            {
                line.Append(' ').Append(values.NextValue());
            }

            _out.Line(line.ToString());
        }
    }

    private void DumpPoints(PointValues? points)
    {
        if (points is null)
        {
            _out.Line("none");
            return;
        }

        _out.Line($"size={points.Count} docCount={points.DocCount} min={DumpSections.Hex(points.Min)} max={DumpSections.Hex(points.Max)}");
        points.Intersect(new PointDump(_out));
    }

    private static string JavaName(bool value) => value ? "true" : "false";

    private static string JavaName(IndexOptions options) => options switch
    {
        IndexOptions.None => "NONE",
        IndexOptions.Docs => "DOCS",
        IndexOptions.DocsAndFreqs => "DOCS_AND_FREQS",
        IndexOptions.DocsAndFreqsAndPositions => "DOCS_AND_FREQS_AND_POSITIONS",
        _ => "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS",
    };

    private static string JavaName(DocValuesType type) => type switch
    {
        DocValuesType.SortedSet => "SORTED_SET",
        DocValuesType.SortedNumeric => "SORTED_NUMERIC",
        _ => type.ToString().ToUpperInvariant(),
    };

    private sealed class PointDump(DumpSections sections) : PointVisitor
    {
        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public override void Visit(int docId) => throw new InvalidOperationException("every point is asked for with its value");

        public override void Visit(int docId, ReadOnlySpan<byte> value) => sections.Line($"{docId} {DumpSections.Hex(value)}");
    }

    private sealed class StoredDump(DumpSections sections) : StoredFieldVisitor
    {
        public int Doc { get; set; }

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) =>
            Add(field, "String " + DumpSections.Escape(Encoding.UTF8.GetString(utf8)));

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Add(field, "Binary " + DumpSections.Hex(value));

        public override void Int32Field(FieldInfo field, int value) => Add(field, FormattableString.Invariant($"Integer {value}"));

        public override void Int64Field(FieldInfo field, long value) => Add(field, FormattableString.Invariant($"Long {value}"));

        public override void SingleField(FieldInfo field, float value) =>
            Add(field, FormattableString.Invariant($"Float {BitConverter.SingleToInt32Bits(value):x}"));

        public override void DoubleField(FieldInfo field, double value) =>
            Add(field, FormattableString.Invariant($"Double {BitConverter.DoubleToInt64Bits(value):x}"));

        private void Add(FieldInfo field, string value) => sections.Line($"{Doc} {DumpSections.Escape(field.Name)} {value}");
    }
}
