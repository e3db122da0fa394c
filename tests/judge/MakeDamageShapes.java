import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.payloads.DelimitedPayloadTokenFilter;
import org.apache.lucene.analysis.payloads.IdentityEncoder;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
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
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Makes small indexes for tests to damage, each in a folder of its own below the given one; very small ones when told "tiny". */
public final class MakeDamageShapes {
    private MakeDamageShapes() {
    }

    public static void main(String[] args) throws Exception {
        Path root = Paths.get(args[0]);
        if (args.length > 1 && args[1].equals("tiny")) {
            makeUpdates(root.resolve("updates"), false, 9);
            makeUpdates(root.resolve("compound"), true, 9);
            return;
        }

        make(root.resolve("columns"), Lucene87Codec.Mode.BEST_SPEED, false, 120, 1);
        make(root.resolve("compound"), Lucene87Codec.Mode.BEST_SPEED, true, 60, 2);
        make(root.resolve("high"), Lucene87Codec.Mode.BEST_COMPRESSION, false, 80, 2);
        make(root.resolve("skips"), Lucene87Codec.Mode.BEST_SPEED, false, 1500, 1);
        makePoints(root.resolve("points"));
        makePayloads(root.resolve("payloads"));
        makeUpdates(root.resolve("updates"), false, 50);
        makeUpdates(root.resolve("updatescompound"), true, 25);
    }

    /** Makes trees of several leaves, of values of 4 and 8 bytes, some of them equal or several in a document. */
    private static void makePoints(Path folder) throws Exception {
        Random random = new Random(10);
        try (Directory directory = FSDirectory.open(folder);
             IndexWriter writer = new IndexWriter(directory, config(Lucene87Codec.Mode.BEST_SPEED, false))) {
            for (int number = 0; number < 1400; number++) {
                Document document = new Document();
                document.add(new StringField("id", "0-" + number, Field.Store.NO));
                document.add(new LongPoint("long", random.nextLong()));
                document.add(new IntPoint("few", random.nextInt(5)));
                for (int value = random.nextInt(3); value > 0; value--) {
                    document.add(new LongPoint("several", 1_600_000_000_000L + random.nextInt(1 << 20)));
                }
                writer.addDocument(document);
            }
            writer.deleteDocuments(new Term("id", "0-7"));
            writer.commit();
        }
    }

    /** Makes terms with payloads, with and without offsets, of less than a block of occurrences: whose payloads lie between the positions. */
    private static void makePayloads(Path folder) throws Exception {
        Random random = new Random(7);
        IndexWriterConfig config = config(new PayloadAnalyzer(), Lucene87Codec.Mode.BEST_SPEED, false);
        try (Directory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config)) {
            for (int number = 0; number < 300; number++) {
                Document document = new Document();
                document.add(new StringField("id", "0-" + number, Field.Store.NO));
                document.add(new Field("positions", payloads(random, 40), text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)));
                document.add(new Field("offsets", payloads(random, 40), text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS)));
                writer.addDocument(document);
            }
            writer.deleteDocuments(new Term("id", "0-7"));
            writer.commit();
        }
    }

    private static String payloads(Random random, int vocabulary) {
        StringBuilder words = new StringBuilder();
        for (int word = random.nextInt(8); word > 0; word--) {
            words.append("w").append(random.nextInt(vocabulary)).append("|payload".substring(0, random.nextInt(9))).append(' ');
        }
        return words.toString();
    }

    /** Takes what follows a bar as the payload of a word. */
    private static final class PayloadAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer words = new WhitespaceTokenizer();
            return new TokenStreamComponents(words, new DelimitedPayloadTokenFilter(words, '|', new IdentityEncoder()));
        }
    }

    /** Makes an index whose columns were updated twice, in a field with values and in one that got them so, with deletes between. */
    private static void makeUpdates(Path folder, boolean compound, int documents) throws Exception {
        Random random = new Random(documents);
        try (Directory directory = FSDirectory.open(folder);
             IndexWriter writer = new IndexWriter(directory, config(Lucene87Codec.Mode.BEST_SPEED, compound))) {
            for (int number = 0; number < documents; number++) {
                Document document = document(random, "0-" + number, false);
                document.add(new LongPoint("point", random.nextInt(30)));
                writer.addDocument(document);
            }
            writer.commit();
            for (int number = 0; number < documents; number += 3) {
                writer.updateNumericDocValue(new Term("id", "0-" + number), "plain", random.nextLong());
                writer.updateBinaryDocValue(new Term("id", "0-" + number), "binary", new BytesRef(words(random, 2)));
            }
            writer.deleteDocuments(new Term("id", "0-4"));
            writer.commit();
            writer.updateNumericDocValue(new Term("id", "0-5"), "plain", -1);
            writer.updateNumericDocValue(new Term("id", "0-6"), "sparse", 7);
            writer.deleteDocuments(new Term("id", "0-8"));
            writer.commit();
        }
    }

    private static IndexWriterConfig config(Lucene87Codec.Mode mode, boolean compound) {
        return config(new WhitespaceAnalyzer(), mode, compound);
    }

    private static IndexWriterConfig config(Analyzer analyzer, Lucene87Codec.Mode mode, boolean compound) {
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setCodec(new Lucene87Codec(mode));
        config.setUseCompoundFile(compound);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        return config;
    }

    private static void make(Path folder, Lucene87Codec.Mode mode, boolean compound, int documents, int segments) throws Exception {
        Random random = new Random(documents);
        try (Directory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config(mode, compound))) {
            for (int segment = 0; segment < segments; segment++) {
                for (int number = 0; number < documents; number++) {
                    writer.addDocument(document(random, segment + "-" + number, documents > 1000));
                }
                writer.flush();
            }

            for (int number = 0; segments > 1 && number < documents; number += 9) {
                writer.deleteDocuments(new Term("id", "0-" + number));
            }
            writer.commit();
        }
    }

    private static Document document(Random random, String id, boolean postingsOnly) {
        Document document = new Document();
        document.add(new StringField("id", id, Field.Store.YES));
        document.add(new Field("body", words(random, random.nextInt(postingsOnly ? 5 : 30)), text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS)));
        document.add(new Field("freqs", words(random, random.nextInt(4)), text(IndexOptions.DOCS_AND_FREQS)));
        if (postingsOnly) {
            return document;
        }

        document.add(new TextField("title", words(random, 3), Field.Store.YES));
        document.add(new NumericDocValuesField("table", new long[] {-5_000_000_000L, 3, 99, 1L << 50}[random.nextInt(4)]));
        document.add(new NumericDocValuesField("plain", random.nextLong()));
        document.add(new NumericDocValuesField("gcd", random.nextInt(1000) * 86_400_000L));
        document.add(new BinaryDocValuesField("binary", new BytesRef(words(random, random.nextInt(5)))));
        document.add(new SortedDocValuesField("sorted", new BytesRef("prefix-" + random.nextInt(90))));
        for (int value = random.nextInt(4); value > 0; value--) {
            document.add(new SortedSetDocValuesField("set", new BytesRef(words(random, 1 + random.nextInt(2)))));
            document.add(new SortedNumericDocValuesField("numbers", random.nextInt(5000)));
        }
        if (random.nextInt(3) == 0) {
            document.add(new NumericDocValuesField("sparse", random.nextInt(50)));
            document.add(new SortedDocValuesField("sparsesorted", new BytesRef(words(random, 1))));
            document.add(new StoredField("double", random.nextDouble()));
        }
        document.add(new StoredField("int", random.nextInt()));
        document.add(new StoredField("long", random.nextInt(4000) * 3_600_000L));
        return document;
    }

    private static FieldType text(IndexOptions options) {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            // Few words are frequent, many are rare.
            words.append("w").append((int) (120 * Math.pow(random.nextDouble(), 4))).append(' ');
        }
        return words.toString();
    }
}
