import java.io.IOException;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes up the documents of {@link MakeShapes}, of one kind each: one feature of the format in many forms. */
final class ShapeDocuments {
    static final int TEXT = 0;
    static final int COLUMNS = 1;
    static final int POINTS = 2;
    static final int STORED = 3;
    static final int TERMS = 4;
    static final int MIXED = 5;
    static final int SPARSE = 6;
    static final int FREQUENT = 7;
    static final int EMPTY = 8;
    static final int ARCHIVE = 9;

    private static final int ARCHIVE_WORDS = 24;

    private final int kind;
    private final Random random;
    private final Analyzer payloads = new PayloadAnalyzer();

    ShapeDocuments(int kind, Random random) {
        this.kind = kind;
        this.random = random;
    }

    Document make(int number) throws IOException {
        Document document = new Document();
        document.add(new StringField("id", Integer.toString(number), Field.Store.YES));
        if (number == 0 || kind != EMPTY) {
            addUpdatable(document, number);
        }
        switch (kind) {
            case TEXT:
                addText(document);
                break;
            case COLUMNS:
                addColumns(document, number);
                break;
            case POINTS:
                addPoints(document, number);
                break;
            case STORED:
                addStored(document, number);
                break;
            case TERMS:
                addTerms(document, number);
                break;
            case MIXED:
                addText(document);
                addColumns(document, number);
                addPoints(document, number);
                addStored(document, number);
                break;
            case SPARSE:
                addSparse(document, number);
                break;
            case FREQUENT:
                addFrequent(document, number);
                break;
            case EMPTY:
                addEmpty(document, number);
                break;
            default:
                addArchive(document);
                break;
        }
        return document;
    }

    /** Java updates columns only that some document has; the two last ones are new to most segments. */
    private static void addUpdatable(Document document, int number) {
        document.add(new NumericDocValuesField("updated", number));
        if (number == 0) {
            document.add(new NumericDocValuesField("updatedonce", 0));
            document.add(new BinaryDocValuesField("updatedbinary", new BytesRef("first")));
        }
    }

    private void addText(Document document) {
        for (IndexOptions options : IndexOptions.values()) {
            if (options != IndexOptions.NONE) {
                FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
                type.setIndexOptions(options);
                document.add(new Field("text" + options.ordinal(), words(random.nextInt(30), 400), type));
                FieldType plain = new FieldType(type);
                plain.setOmitNorms(true);
                document.add(new Field("plain" + options.ordinal(), words(random.nextInt(12), 60), plain));
            }
        }
        document.add(new Field("payloads", payloads.tokenStream("payloads", words(random.nextInt(20), 100)), positions(false)));
        document.add(new Field("payloadsoffsets", payloads.tokenStream("payloadsoffsets", words(random.nextInt(20), 30)), positions(true)));
        FieldType vectors = new FieldType(TextField.TYPE_STORED);
        vectors.setStoreTermVectors(true);
        vectors.setStoreTermVectorPositions(true);
        document.add(new Field("vectors", words(3, 50), vectors));
        document.add(new TextField("several", words(4, 50), Field.Store.YES));
        document.add(new TextField("several", words(2, 50), Field.Store.YES));
    }

    private static FieldType positions(boolean offsets) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(offsets ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        return type;
    }

    private void addColumns(Document document, int number) {
        document.add(new NumericDocValuesField("constant", 7));
        document.add(new NumericDocValuesField("gcd", random.nextInt(1_000_000) * 86_400_000L));
        document.add(new NumericDocValuesField("table", new long[] {-5_000_000_000L, 3, 99, 1L << 50}[random.nextInt(4)]));
        document.add(new NumericDocValuesField("plain", random.nextLong()));
        document.add(new NumericDocValuesField("blocks", number < 20_000 ? 5 : random.nextLong() >>> 20));
        document.add(new BinaryDocValuesField("binary", new BytesRef(bytes(random.nextInt(20)))));
        document.add(new BinaryDocValuesField("fixedbinary", new BytesRef(bytes(8))));
        document.add(new SortedDocValuesField("sorted", new BytesRef("a-rather-long-prefix-" + random.nextInt(2500))));
        document.add(new SortedSetDocValuesField("singleset", new BytesRef("s" + random.nextInt(50))));
        document.add(new SortedNumericDocValuesField("singlenumbers", random.nextInt(500)));
        for (int value = random.nextInt(4); value > 0; value--) {
            document.add(new SortedSetDocValuesField("set", new BytesRef(word(1000) + word(20))));
            document.add(new SortedNumericDocValuesField("numbers", random.nextInt()));
        }
        if (random.nextInt(3) == 0) {
            document.add(new NumericDocValuesField("sparse", random.nextInt(50)));
            document.add(new SortedDocValuesField("sparsesorted", new BytesRef(word(300))));
            document.add(new BinaryDocValuesField("sparsebinary", new BytesRef(bytes(1 + random.nextInt(30)))));
        }
    }

    private void addPoints(Document document, int number) {
        document.add(new LongPoint("long", random.nextLong() >> random.nextInt(64)));
        document.add(new LongPoint("ascending", 1_600_000_000_000L + number * 60_000L));
        document.add(new LongPoint("same", 42));
        document.add(new IntPoint("int", random.nextInt(2000) - 1000));
        document.add(new IntPoint("few", random.nextInt(3)));
        document.add(new BinaryPoint("wide", new byte[][] {bytes(16)}));
        for (int value = random.nextInt(4); value > 0; value--) {
            document.add(new LongPoint("several", random.nextInt(100)));
        }
        if (random.nextInt(20) == 0) {
            document.add(new DoublePoint("rare", random.nextGaussian()));
        }
    }

    private void addStored(Document document, int number) {
        document.add(new StoredField("string", words(random.nextInt(40), 3000)));
        document.add(new StoredField("int", number % 3 == 0 ? -number : random.nextInt()));
        document.add(new StoredField("long", number % 4 == 0 ? random.nextLong() : random.nextInt(40000) * 1000L));
        document.add(new StoredField("long", (random.nextInt(4000) - 2000) * 3_600_000L));
        document.add(new StoredField("long", (random.nextInt(4000) - 2000) * 86_400_000L));
        document.add(new StoredField("float", number % 2 == 0 ? number % 140 - 5 : random.nextFloat() - 0.5f));
        document.add(new StoredField("float", number % 5 == 0 ? -0.0f : random.nextInt() * 1.5f));
        document.add(new StoredField("double", number % 2 == 0 ? number % 140 - 5 : random.nextDouble() - 0.5));
        document.add(new StoredField("double", number % 5 == 0 ? -0.0 : random.nextInt(1 << 20) / 8.0 - 1000));
        document.add(new StoredField("bytes", bytes(random.nextInt(30))));
        if (number == 77) {
            document.add(new StoredField("noise", bytes(1_500_000))); // More than a chunk: cut in slices.
        }
    }

    private void addTerms(Document document, int number) {
        String prefix = random.nextInt(4) == 0 ? "the-same-long-beginning-of-many-terms-".repeat(1 + random.nextInt(9)) : "";
        document.add(new StringField("keyword", prefix + Integer.toString(random.nextInt(100_000), 36), Field.Store.NO));
        document.add(new StringField("number", String.format("%08d", number), Field.Store.NO));
        document.add(new StringField("upper", Integer.toString(random.nextInt(9000), 36).toUpperCase(), Field.Store.NO));
        document.add(new TextField("han", word(3000) + " " + word(20000) + " " + word(50), Field.Store.NO));
        document.add(new StringField("binary", new BytesRef(bytes(1 + random.nextInt(6))), Field.Store.NO));
        document.add(new StringField("every", String.valueOf((char) random.nextInt(0x3000)), Field.Store.NO));
        document.add(new StringField("surrogates", new String(Character.toChars(0xFF00 + random.nextInt(0x200))), Field.Store.NO));
    }

    private void addSparse(Document document, int number) {
        boolean allBlock = number >>> 16 == 1;
        if (allBlock || random.nextInt(5) == 0) {
            document.add(new NumericDocValuesField("mixed", random.nextInt(100)));
            document.add(new TextField("text", words(random.nextInt(3), 50), Field.Store.NO));
        }
        if (random.nextInt(400) == 0) {
            document.add(new SortedDocValuesField("rare", new BytesRef("r" + random.nextInt(3000))));
            document.add(new SortedSetDocValuesField("rareset", new BytesRef("r" + random.nextInt(30))));
            document.add(new SortedNumericDocValuesField("rarenumbers", random.nextInt(30)));
            document.add(new BinaryDocValuesField("rarebinary", new BytesRef(bytes(random.nextInt(3)))));
            document.add(new StoredField("rarestored", number));
        }
        if (number == 1 || number == 70_000) {
            document.add(new TextField("two", "once", Field.Store.NO));
            document.add(new NumericDocValuesField("twonumbers", number));
            document.add(new LongPoint("twopoints", number));
        }
    }

    private void addFrequent(Document document, int number) {
        FieldType offsets = positions(true);
        document.add(new Field("all", "everywhere" + (number % 2 == 0 ? " even even" : "") + (number % 130 == 0 ? " seldom" : ""), offsets));
        document.add(new TextField("digits", number % 10 + " " + number / 10 % 10 + " " + number / 1000, Field.Store.NO));
    }

    private void addEmpty(Document document, int number) {
        if (number % 3 == 0) {
            document.add(new TextField("empty", "", Field.Store.YES));
            document.add(new SortedDocValuesField("emptysorted", new BytesRef()));
            document.add(new BinaryDocValuesField("emptybinary", new BytesRef()));
            document.add(new SortedSetDocValuesField("emptyset", new BytesRef()));
            document.add(new StoredField("emptystored", new byte[0]));
        }
        if (number % 5 == 1) {
            document.add(new TextField("almost", number % 10 == 1 ? "" : "word", Field.Store.NO));
            document.add(new StringField("emptyterm", number % 10 == 1 ? "" : "term", Field.Store.YES));
        }
    }

    /** The same fields as the random archives of the tests, and the number as a point, too. */
    private void addArchive(Document document) {
        if (random.nextInt(10) > 0) {
            document.add(new Field("body", archiveText(1 + random.nextInt(30)), positions(true)));
        }
        if (random.nextInt(3) > 0) {
            document.add(new Field("title", payloads.tokenStream("title", archiveText(1 + random.nextInt(5))), positions(false)));
        }
        if (random.nextInt(3) > 0) {
            long value = random.nextInt(11) - 5;
            document.add(new NumericDocValuesField("n", value));
            document.add(new LongPoint("p", value));
        }
    }

    private String archiveText(int count) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            int number = Math.min(random.nextInt(ARCHIVE_WORDS), random.nextInt(ARCHIVE_WORDS));
            text.append(word == 0 ? "" : " ").append(String.format("%02x", number));
        }
        return text.toString();
    }

    private String words(int count, int variety) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            text.append(word == 0 ? "" : " ").append(word(variety));
        }
        return text.toString();
    }

    private String word(int variety) {
        int number = Math.min(random.nextInt(variety), random.nextInt(variety));
        return number % 3 == 0 ? Integer.toString(number, 36) : new String(new char[] {(char) (0x4E00 + number % 20000), (char) (0x4E00 + number / 7)});
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Gives every other token or so a payload. */
    private static final class PayloadAnalyzer extends Analyzer {
        PayloadAnalyzer() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            WhitespaceTokenizer tokenizer = new WhitespaceTokenizer();
            return new TokenStreamComponents(tokenizer, new PayloadFilter(tokenizer));
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return 0;
        }
    }

    private static final class PayloadFilter extends TokenFilter {
        private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
        private int tokens;

        PayloadFilter(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            int length = tokens++ * 7 % 5;
            payload.setPayload(length == 0 ? null : new BytesRef(new byte[length]));
            return true;
        }
    }
}
