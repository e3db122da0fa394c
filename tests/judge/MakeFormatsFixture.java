import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Makes indexes that show every form of norms, doc values, stored fields, deletes and compound files, each in a folder of its own
 * below the given one, and beside each a text file with what Java reads from it. Arguments: the folder.
 */
public final class MakeFormatsFixture {
    private static final int TYPES_DOCS = 1_500; // Enough for two keys of a reverse index.
    private static final int SPARSE_DOCS = 210_000;
    private static final int LONGEST_HEX = 64;

    private MakeFormatsFixture() {
    }

    public static void main(String[] args) throws Exception {
        Path root = Paths.get(args[0]);
        makeTypes(root.resolve("types"), new Lucene87Codec(Lucene87Codec.Mode.BEST_SPEED), false);
        makeTypes(root.resolve("high"), new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION), true);
        makeSparse(root.resolve("sparse"));
        makeSliced(root.resolve("sliced"), Lucene87Codec.Mode.BEST_SPEED);
        makeSliced(root.resolve("slicedhigh"), Lucene87Codec.Mode.BEST_COMPRESSION);
        try (var folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                dump(folder, root.resolve(folder.getFileName() + ".txt"));
            }
        }
    }

    private static IndexWriterConfig config(Lucene87Codec codec, boolean compound) {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setCodec(codec);
        config.setUseCompoundFile(compound);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        config.setRAMBufferSizeMB(256);
        config.setSimilarity(new WideNorms());
        return config;
    }

    private static void makeTypes(Path folder, Lucene87Codec codec, boolean compound) throws Exception {
        Random random = new Random(42);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(codec, compound))) {
            for (int segment = 0; segment < 2; segment++) {
                for (int number = 0; number < TYPES_DOCS; number++) {
                    writer.addDocument(typesDocument(random, number, segment));
                }
                writer.flush();
            }
            writer.commit();
            for (int number = 0; number < TYPES_DOCS; number += 7) {
                writer.deleteDocuments(new Term("id", "0-" + number));
            }
            writer.commit();
        }
    }

    private static Document typesDocument(Random random, int number, int segment) {
        Document document = new Document();
        document.add(new StringField("id", segment + "-" + number, Field.Store.YES));
        document.add(new TextField("body", words(random, random.nextInt(60)), Field.Store.YES));
        document.add(new NumericDocValuesField("constant", 7));
        document.add(new NumericDocValuesField("gcd", random.nextInt(1_000_000) * 86_400_000L));
        document.add(new NumericDocValuesField("table", new long[] {-5_000_000_000L, 3, 99, 1L << 50}[random.nextInt(4)]));
        document.add(new NumericDocValuesField("plain", random.nextLong()));
        document.add(new NumericDocValuesField("small", 100 + random.nextInt(1000)));
        document.add(new LongPoint("point", number));
        document.add(new BinaryDocValuesField("binary", new BytesRef(bytes(random, random.nextInt(40)))));
        document.add(new BinaryDocValuesField("fixedbinary", new BytesRef(bytes(random, 8))));
        document.add(new SortedDocValuesField("sorted", new BytesRef("a-rather-long-prefix-" + random.nextInt(2500))));
        document.add(new SortedDocValuesField("one", new BytesRef("same")));
        document.add(new SortedSetDocValuesField("singleset", new BytesRef("s" + random.nextInt(50))));
        document.add(new SortedNumericDocValuesField("singlenumbers", random.nextInt(500)));
        for (int value = random.nextInt(4); value > 0; value--) {
            document.add(new SortedSetDocValuesField("set", new BytesRef(words(random, 1 + random.nextInt(8)))));
            document.add(new SortedNumericDocValuesField("numbers", random.nextInt()));
        }
        if (random.nextInt(3) == 0) {
            document.add(new NumericDocValuesField("sparse", random.nextInt(50)));
            document.add(new SortedDocValuesField("sparsesorted", new BytesRef(words(random, 2))));
            document.add(new BinaryDocValuesField("sparsebinary", new BytesRef(bytes(random, 1 + random.nextInt(300)))));
        }
        for (String field : new String[] {"norm2", "norm4", "norm8"}) {
            if (!field.equals("norm4") || random.nextBoolean()) {
                document.add(new TextField(field, words(random, 1 + random.nextInt(9)), Field.Store.NO));
            }
        }
        addStored(document, random, number);
        return document;
    }

    private static void addStored(Document document, Random random, int number) {
        document.add(new StoredField("int", number % 3 == 0 ? -number : random.nextInt()));
        document.add(new StoredField("long", number % 4 == 0 ? random.nextLong() : random.nextInt(40000) * 1000L));
        document.add(new StoredField("long", (random.nextInt(4000) - 2000) * 3_600_000L));
        document.add(new StoredField("long", (random.nextInt(4000) - 2000) * 86_400_000L));
        document.add(new StoredField("float", number % 2 == 0 ? number % 140 - 5 : random.nextFloat() - 0.5f));
        document.add(new StoredField("float", number % 5 == 0 ? -0.0f : random.nextInt() * 1.5f));
        document.add(new StoredField("double", number % 2 == 0 ? number % 140 - 5 : random.nextDouble() - 0.5));
        document.add(new StoredField("double", number % 5 == 0 ? -0.0 : random.nextInt(1 << 20) / 8.0 - 1000));
        document.add(new StoredField("bytes", bytes(random, random.nextInt(30))));
    }

    private static void makeSparse(Path folder) throws Exception {
        Random random = new Random(43);
        FieldType noFreqs = new FieldType();
        noFreqs.setIndexOptions(IndexOptions.DOCS);
        noFreqs.setTokenized(true);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(new Lucene87Codec(), false))) {
            long growing = 0;
            for (int number = 0; number < SPARSE_DOCS; number++) {
                Document document = new Document();
                boolean allBlock = number >>> 16 == 1;
                boolean missingBlock = number >>> 16 == 2;
                if (allBlock || (!missingBlock && random.nextInt(3) == 0)) {
                    document.add(new NumericDocValuesField("mixed", random.nextInt(100)));
                    document.add(new Field("text", words(random, random.nextInt(4)), noFreqs));
                }
                if (random.nextInt(40) == 0) {
                    document.add(new SortedDocValuesField("rare", new BytesRef("r" + random.nextInt(3000))));
                }
                if (number == 70_000 || number == 5) {
                    document.add(new NumericDocValuesField("two", number));
                    document.add(new TextField("twotexts", "word", Field.Store.NO));
                }
                growing += random.nextInt(10);
                document.add(new NumericDocValuesField("blocks", growing));
                document.add(new NumericDocValuesField("constantblocks", number < 100_000 ? 5 : random.nextLong() >>> 20));
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    private static void makeSliced(Path folder, Lucene87Codec.Mode mode) throws Exception {
        Random random = new Random(44);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(new Lucene87Codec(mode), false))) {
            for (int number = 0; number < 6; number++) {
                Document document = new Document();
                if (number != 1) {
                    document.add(new StoredField("title", "number " + number));
                    document.add(new StoredField("text", words(random, number == 3 ? 900_000 : 20_000)));
                    document.add(new StoredField("noise", bytes(random, 100_000)));
                }
                writer.addDocument(document);
            }
            writer.commit();
            for (int number = 0; number < 5000; number++) {
                writer.addDocument(new Document());
            }
            writer.commit();
        }
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            text.append(text.length() == 0 ? "" : " ");
            for (int length = 1 + random.nextInt(3); length > 0; length--) {
                text.append((char) (0x4E00 + Math.min(random.nextInt(3000), random.nextInt(3000))));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void dump(Path folder, Path file) throws Exception {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            for (LeafReaderContext context : reader.leaves()) {
                dumpSegment((SegmentReader) context.reader(), out);
            }
        }
    }

    private static void dumpSegment(SegmentReader reader, PrintWriter out) throws Exception {
        out.println("segment " + reader.getSegmentName() + " " + reader.maxDoc() + " " + reader.numDocs());
        for (int doc = 0; reader.getLiveDocs() != null && doc < reader.maxDoc(); doc++) {
            if (!reader.getLiveDocs().get(doc)) {
                out.println("deleted " + doc);
            }
        }
        for (FieldInfo field : reader.getFieldInfos()) {
            out.println("field " + field.name + " " + field.number + " " + field.getIndexOptions().ordinal()
                    + " " + field.hasNorms() + " " + field.getDocValuesType().name().replace("_", "") + " " + field.getPointDimensionCount());
            if (field.hasNorms()) {
                dumpNumeric("norm " + field.name, reader.getNormValues(field.name), out);
            }
            dumpDocValues(reader, field, out);
        }
        dumpStored(reader, out);
    }

    private static void dumpDocValues(LeafReader reader, FieldInfo field, PrintWriter out) throws Exception {
        String prefix = "value " + field.name;
        if (field.getDocValuesType() == DocValuesType.NUMERIC) {
            dumpNumeric(prefix, reader.getNumericDocValues(field.name), out);
        } else if (field.getDocValuesType() == DocValuesType.BINARY) {
            BinaryDocValues values = reader.getBinaryDocValues(field.name);
            for (int doc = values.nextDoc(); doc != BinaryDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                out.println(prefix + " " + doc + " " + hex(values.binaryValue()));
            }
        } else if (field.getDocValuesType() == DocValuesType.SORTED) {
            SortedDocValues values = reader.getSortedDocValues(field.name);
            for (int doc = values.nextDoc(); doc != SortedDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                out.println(prefix + " " + doc + " " + values.ordValue());
            }
            for (int ord = 0; ord < values.getValueCount(); ord++) {
                out.println(prefix + " = " + hex(values.lookupOrd(ord)));
            }
        } else if (field.getDocValuesType() == DocValuesType.SORTED_SET) {
            SortedSetDocValues values = reader.getSortedSetDocValues(field.name);
            for (int doc = values.nextDoc(); doc != SortedSetDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                StringBuilder line = new StringBuilder(prefix + " " + doc);
                for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
                    line.append(" ").append(ord);
                }
                out.println(line);
            }
            for (long ord = 0; ord < values.getValueCount(); ord++) {
                out.println(prefix + " = " + hex(values.lookupOrd(ord)));
            }
        } else if (field.getDocValuesType() == DocValuesType.SORTED_NUMERIC) {
            SortedNumericDocValues values = reader.getSortedNumericDocValues(field.name);
            for (int doc = values.nextDoc(); doc != SortedNumericDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                StringBuilder line = new StringBuilder(prefix + " " + doc);
                for (int count = values.docValueCount(); count > 0; count--) {
                    line.append(" ").append(values.nextValue());
                }
                out.println(line);
            }
        }
    }

    private static void dumpNumeric(String prefix, NumericDocValues values, PrintWriter out) throws Exception {
        for (int doc = values.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
            out.println(prefix + " " + doc + " " + values.longValue());
        }
    }

    private static void dumpStored(LeafReader reader, PrintWriter out) throws Exception {
        for (int number = 0; number < reader.maxDoc(); number++) {
            String prefix = "stored " + number + " ";
            reader.document(number, new StoredFieldVisitor() {
                @Override
                public Status needsField(FieldInfo field) {
                    return Status.YES;
                }

                @Override
                public void stringField(FieldInfo field, byte[] utf8) {
                    out.println(prefix + field.name + " string " + hex(new BytesRef(utf8)));
                }

                @Override
                public void binaryField(FieldInfo field, byte[] value) {
                    out.println(prefix + field.name + " binary " + hex(new BytesRef(value)));
                }

                @Override
                public void intField(FieldInfo field, int value) {
                    out.println(prefix + field.name + " int " + value);
                }

                @Override
                public void longField(FieldInfo field, long value) {
                    out.println(prefix + field.name + " long " + value);
                }

                @Override
                public void floatField(FieldInfo field, float value) {
                    out.println(prefix + field.name + " float " + Float.floatToRawIntBits(value));
                }

                @Override
                public void doubleField(FieldInfo field, double value) {
                    out.println(prefix + field.name + " double " + Double.doubleToRawLongBits(value));
                }
            });
        }
    }

    private static String hex(BytesRef bytes) {
        if (bytes.length > LONGEST_HEX) {
            CRC32 checksum = new CRC32();
            checksum.update(bytes.bytes, bytes.offset, bytes.length);
            return bytes.length + " bytes, checksum " + checksum.getValue();
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < bytes.length; index++) {
            text.append(Character.forDigit(bytes.bytes[bytes.offset + index] >> 4 & 15, 16));
            text.append(Character.forDigit(bytes.bytes[bytes.offset + index] & 15, 16));
        }
        return text.toString();
    }

    /** Gives some fields norms of 2, 4 and 8 bytes, which the default similarity never does. */
    private static final class WideNorms extends Similarity {
        @Override
        public long computeNorm(FieldInvertState state) {
            switch (state.getName()) {
                case "norm2":
                    return state.getLength() * 300L;
                case "norm4":
                    return state.getLength() * 100_000L;
                case "norm8":
                    return state.getLength() * -10_000_000_000L;
                default:
                    return state.getLength() + 100;
            }
        }

        @Override
        public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
            throw new UnsupportedOperationException();
        }
    }
}
