import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
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

/** Makes small indexes for tests to damage, each in a folder of its own below the given one. */
public final class MakeDamageShapes {
    private MakeDamageShapes() {
    }

    public static void main(String[] args) throws Exception {
        Path root = Paths.get(args[0]);
        make(root.resolve("columns"), Lucene87Codec.Mode.BEST_SPEED, false, 120, 1);
        make(root.resolve("compound"), Lucene87Codec.Mode.BEST_SPEED, true, 60, 2);
        make(root.resolve("high"), Lucene87Codec.Mode.BEST_COMPRESSION, false, 80, 2);
        make(root.resolve("skips"), Lucene87Codec.Mode.BEST_SPEED, false, 1500, 1);
    }

    private static void make(Path folder, Lucene87Codec.Mode mode, boolean compound, int documents, int segments) throws Exception {
        Random random = new Random(documents);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setCodec(new Lucene87Codec(mode));
        config.setUseCompoundFile(compound);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        try (Directory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config)) {
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
