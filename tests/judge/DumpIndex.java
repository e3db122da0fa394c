import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Writes down all that an index says through Lucene's public API, as lines that can be compared: commit, segments, live documents,
 * field infos, terms with their postings, norms, doc values, points of one dimension, stored fields. Term vectors and other points are
 * named in the field infos only. Floating-point numbers are shown as the hexadecimal digits of their bits.
 *
 * <p>Usage: {@code java DumpIndex [--hash] [--content] <index folder> <output file>}. With {@code --hash} each section becomes one line
 * for big indexes: its name, the number of its lines, and the CRC-32 of the lines (UTF-8, each ended by a line feed). With
 * {@code --content} what only Java keeps, or each codec writes in its own way, is left out: payloads, the mark of vectors, attributes.
 */
public final class DumpIndex {
    private final DumpSections out;
    private final boolean contentOnly;

    private DumpIndex(DumpSections out, boolean contentOnly) {
        this.out = out;
        this.contentOnly = contentOnly;
    }

    public static void main(String[] args) throws IOException {
        int first = 0;
        boolean hash = false;
        boolean contentOnly = false;
        for (; first < args.length && args[first].startsWith("--"); first++) {
            hash |= args[first].equals("--hash");
            contentOnly |= args[first].equals("--content");
        }

        if (args.length != first + 2) {
            System.err.println("usage: DumpIndex [--hash] [--content] <index folder> <output file>");
            System.exit(1);
        }

        dump(Paths.get(args[first]), Paths.get(args[first + 1]), hash, contentOnly);
    }

    static void dump(Path index, Path file, boolean hash, boolean contentOnly) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory);
                DumpSections out = new DumpSections(file, hash)) {
            new DumpIndex(out, contentOnly).dump(reader);
        }
    }

    private void dump(DirectoryReader reader) throws IOException {
        out.begin("commit");
        out.line("leaves=" + reader.leaves().size() + " maxDoc=" + reader.maxDoc() + " numDocs=" + reader.numDocs());
        for (Map.Entry<String, String> entry : new TreeMap<>(reader.getIndexCommit().getUserData()).entrySet()) {
            out.line(DumpSections.escape(entry.getKey()) + "=" + DumpSections.escape(entry.getValue()));
        }

        out.end();
        for (LeafReaderContext context : reader.leaves()) {
            dumpLeaf("leaf " + context.ord, context.reader());
        }
    }

    private void dumpLeaf(String leaf, LeafReader reader) throws IOException {
        List<FieldInfo> fields = new ArrayList<>();
        reader.getFieldInfos().forEach(fields::add);
        fields.sort(Comparator.comparing(field -> field.name));

        dumpLive(leaf, reader);
        out.begin(leaf + " fields");
        for (FieldInfo field : fields) {
            dumpFieldInfo(field);
        }

        out.end();
        for (FieldInfo field : fields) {
            String name = " " + DumpSections.escape(field.name);
            if (field.getIndexOptions() != IndexOptions.NONE) {
                dumpTerms(leaf + " terms" + name, reader.terms(field.name));
            }

            if (field.hasNorms()) {
                out.begin(leaf + " norms" + name);
                dumpNumeric(reader.getNormValues(field.name));
                out.end();
            }

            if (field.getDocValuesType() != DocValuesType.NONE) {
                out.begin(leaf + " docvalues" + name);
                dumpDocValues(reader, field);
                out.end();
            }

            if (field.getPointDimensionCount() == 1) {
                out.begin(leaf + " points" + name);
                dumpPoints(reader.getPointValues(field.name));
                out.end();
            }
        }

        dumpStored(leaf, reader);
    }

    private void dumpLive(String leaf, LeafReader reader) throws IOException {
        out.begin(leaf + " docs");
        out.line("maxDoc=" + reader.maxDoc() + " numDocs=" + reader.numDocs());
        Bits live = reader.getLiveDocs();
        for (int doc = 0; live != null && doc < reader.maxDoc(); doc++) {
            if (!live.get(doc)) {
                out.line("deleted " + doc);
            }
        }

        out.end();
    }

    private void dumpFieldInfo(FieldInfo field) throws IOException {
        out.line(DumpSections.escape(field.name) + " number=" + field.number + " index=" + field.getIndexOptions()
                + " norms=" + field.hasNorms() + " docValues=" + field.getDocValuesType()
                + " points=" + field.getPointDimensionCount() + "x" + field.getPointNumBytes()
                + (contentOnly ? "" : " payloads=" + field.hasPayloads() + " vectors=" + field.hasVectors()
                        + " attributes=" + new TreeMap<>(field.attributes())));
    }

    /** One line for each point in the order of the tree: document, bytes. */
    private void dumpPoints(PointValues points) throws IOException {
        if (points == null) {
            out.line("none");
            return;
        }

        out.line("size=" + points.size() + " docCount=" + points.getDocCount()
                + " min=" + DumpSections.hex(new BytesRef(points.getMinPackedValue()))
                + " max=" + DumpSections.hex(new BytesRef(points.getMaxPackedValue())));
        points.intersect(new PointValues.IntersectVisitor() {
            @Override
            public void visit(int doc) {
                throw new IllegalStateException("every point is asked for with its value");
            }

            @Override
            public void visit(int doc, byte[] value) throws IOException {
                out.line(doc + " " + DumpSections.hex(new BytesRef(value)));
            }

            @Override
            public PointValues.Relation compare(byte[] min, byte[] max) {
                return PointValues.Relation.CELL_CROSSES_QUERY;
            }
        });
    }

    private void dumpTerms(String section, Terms terms) throws IOException {
        out.begin(section);
        if (terms == null) {
            // The field is in the field infos, but every document that had a term of it went away in a merge.
            out.line("none");
            out.end();
            return;
        }

        out.line("size=" + terms.size() + " docCount=" + terms.getDocCount() + " sumDocFreq=" + terms.getSumDocFreq()
                + " sumTotalTermFreq=" + terms.getSumTotalTermFreq());
        TermsEnum iterator = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = iterator.next(); term != null; term = iterator.next()) {
            out.line(DumpSections.text(term) + " df=" + iterator.docFreq() + " ttf=" + iterator.totalTermFreq());
            postings = iterator.postings(postings, PostingsEnum.ALL);
            dumpPostings(postings, terms);
        }

        out.end();
    }

    /** One line for each document: its number, the frequency, and position[@start-end][#payload] for each occurrence. */
    private void dumpPostings(PostingsEnum postings, Terms terms) throws IOException {
        StringBuilder line = new StringBuilder();
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            line.setLength(0);
            line.append("  ").append(postings.docID()).append(' ').append(postings.freq());
            for (int i = 0; terms.hasPositions() && i < postings.freq(); i++) {
                line.append(' ').append(postings.nextPosition());
                if (terms.hasOffsets()) {
                    line.append('@').append(postings.startOffset()).append('-').append(postings.endOffset());
                }

                if (!contentOnly && postings.getPayload() != null) {
                    line.append('#').append(DumpSections.text(postings.getPayload()));
                }
            }

            out.line(line.toString());
        }
    }

    private void dumpDocValues(LeafReader reader, FieldInfo field) throws IOException {
        switch (field.getDocValuesType()) {
            case NUMERIC:
                dumpNumeric(reader.getNumericDocValues(field.name));
                break;
            case BINARY:
                dumpBinary(reader.getBinaryDocValues(field.name));
                break;
            case SORTED:
                dumpSorted(reader.getSortedDocValues(field.name));
                break;
            case SORTED_NUMERIC:
                dumpSortedNumeric(reader.getSortedNumericDocValues(field.name));
                break;
            case SORTED_SET:
                dumpSortedSet(reader.getSortedSetDocValues(field.name));
                break;
            default:
                throw new IllegalStateException("doc values of an unknown type: " + field.getDocValuesType());
        }
    }

    private void dumpNumeric(NumericDocValues values) throws IOException {
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            out.line(values.docID() + " " + values.longValue());
        }
    }

    private void dumpBinary(BinaryDocValues values) throws IOException {
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            out.line(values.docID() + " " + DumpSections.text(values.binaryValue()));
        }
    }

    private void dumpSorted(SortedDocValues values) throws IOException {
        for (int ord = 0; ord < values.getValueCount(); ord++) {
            out.line("ord " + ord + " " + DumpSections.text(values.lookupOrd(ord)));
        }

        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            out.line(values.docID() + " " + values.ordValue());
        }
    }

    private void dumpSortedNumeric(SortedNumericDocValues values) throws IOException {
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            StringBuilder line = new StringBuilder().append(values.docID());
            for (int i = 0; i < values.docValueCount(); i++) {
                line.append(' ').append(values.nextValue());
            }

            out.line(line.toString());
        }
    }

    private void dumpSortedSet(SortedSetDocValues values) throws IOException {
        for (long ord = 0; ord < values.getValueCount(); ord++) {
            out.line("ord " + ord + " " + DumpSections.text(values.lookupOrd(ord)));
        }

        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            StringBuilder line = new StringBuilder().append(values.docID());
            for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
                line.append(' ').append(ord);
            }

            out.line(line.toString());
        }
    }

    private void dumpStored(String leaf, LeafReader reader) throws IOException {
        out.begin(leaf + " stored");
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
            for (IndexableField field : reader.document(doc)) {
                out.line(doc + " " + DumpSections.escape(field.name()) + " " + storedValue(field));
            }
        }

        out.end();
    }

    private static String storedValue(IndexableField field) {
        Number number = field.numericValue();
        if (number instanceof Float) {
            return "Float " + Integer.toHexString(Float.floatToRawIntBits((Float) number));
        }

        if (number instanceof Double) {
            return "Double " + Long.toHexString(Double.doubleToRawLongBits((Double) number));
        }

        if (number != null) {
            return number.getClass().getSimpleName() + " " + number;
        }

        return field.binaryValue() != null
                ? "Binary " + DumpSections.hex(field.binaryValue())
                : "String " + DumpSections.escape(field.stringValue());
    }
}
