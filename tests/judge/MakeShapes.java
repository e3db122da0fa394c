import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes indexes of many shapes, each given by its number alone: {@link ShapeDocuments} says what the documents hold (number / 8), the
 * table below how they are written (number mod 8). From {@value #FIRST_ARCHIVE} on the numbers mean archives to search, of the words that
 * the tests' random queries look for.
 *
 * <p>Usage: {@code java MakeShapes <number> <index folder>}.
 */
public final class MakeShapes {
    static final int FIRST_ARCHIVE = 1000;

    private static final int WRITINGS = 8;
    private static final int[] TINY_SIZES = {1, 2, 3, 1, 5, 8, 7, 1, 2};
    private static final int[] BLOCK_SIZES = {127, 128, 129, 255, 256, 257, 128, 129, 384};
    private static final int[] CHUNK_SIZES = {1023, 1024, 1025, 2048, 2049, 1024, 1025, 1152, 1153};

    // Beyond 65,536 documents blocks of sparse columns change; kinds with heavy documents stay below.
    private static final int[] BIG_SIZES = {4097, 8193, 65537, 2500, 9217, 1800, 131073, 65535, 20000};

    private MakeShapes() {
    }

    public static void main(String[] args) throws IOException {
        make(Integer.parseInt(args[0]), Paths.get(args[1]));
    }

    static void make(int number, Path folder) throws IOException {
        Random random = new Random(number);
        if (number >= FIRST_ARCHIVE) {
            boolean merged = number % 4 == 3;
            write(folder, random, new ShapeDocuments(ShapeDocuments.ARCHIVE, random), number % 2 == 0, false, 4000, 1 + number % 4 * 3,
                    true, false, merged);
            return;
        }

        int kind = number / WRITINGS;
        ShapeDocuments documents = new ShapeDocuments(kind, random);
        switch (number % WRITINGS) {
            case 0:
                write(folder, random, documents, false, false, TINY_SIZES[kind], 1, false, false, false);
                break;
            case 1:
                write(folder, random, documents, false, kind % 2 == 0, BLOCK_SIZES[kind], 1, kind % 3 == 0, false, false);
                break;
            case 2:
                write(folder, random, documents, true, false, CHUNK_SIZES[kind], 1, true, false, false);
                break;
            case 3:
                write(folder, random, documents, true, true, 600, 3, true, false, false);
                break;
            case 4:
                write(folder, random, documents, kind % 2 == 1, kind % 3 == 1, 1500, 7, true, true, false);
                break;
            case 5:
                write(folder, random, documents, false, false, BIG_SIZES[kind], 1, kind % 2 == 0, false, false);
                break;
            case 6:
                int segments = kind == ShapeDocuments.MIXED ? 350 : 25;
                write(folder, random, documents, true, false, 3 * segments, segments, kind % 2 == 0, kind % 4 == 1, false);
                break;
            default:
                write(folder, random, documents, false, kind % 2 == 1, 2000, 5, true, true, true);
                break;
        }
    }

    private static void write(Path folder, Random random, ShapeDocuments documents, boolean compound, boolean compressed, int count,
            int segments, boolean deletes, boolean updates, boolean merged) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setCodec(new Lucene87Codec(compressed ? Lucene87Codec.Mode.BEST_COMPRESSION : Lucene87Codec.Mode.BEST_SPEED));
        config.setUseCompoundFile(compound);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        config.setRAMBufferSizeMB(256);
        try (Directory directory = UnsyncedDirectory.open(folder)) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int number = 0; number < count; number++) {
                    Document document = documents.make(number);
                    writer.addDocument(document);
                    if ((number + 1L) * segments / count != (long) number * segments / count && number + 1 < count) {
                        writer.flush();
                    }
                }
                writer.commit();
                // Two rounds, so that generations follow each other.
                for (int round = 0; round < 2; round++) {
                    change(writer, random, count, segments, deletes, updates, round);
                    writer.commit();
                }
            }

            if (merged) {
                IndexWriterConfig merging = new IndexWriterConfig();
                merging.setCodec(new Lucene87Codec(compressed ? Lucene87Codec.Mode.BEST_COMPRESSION : Lucene87Codec.Mode.BEST_SPEED));
                merging.getMergePolicy().setNoCFSRatio(compound ? 1 : 0);
                try (IndexWriter writer = new IndexWriter(directory, merging)) {
                    writer.forceMerge(1);
                    writer.commit();
                }
            }
        }
    }

    private static void change(IndexWriter writer, Random random, int count, int segments, boolean deletes, boolean updates, int round)
            throws IOException {
        if (updates) {
            for (int number = random.nextInt(9); number < count; number += 1 + random.nextInt(30)) {
                Term id = new Term("id", Integer.toString(number));
                writer.updateNumericDocValue(id, "updated", random.nextInt(1000) - 500);
                writer.updateBinaryDocValue(id, "updatedbinary", new BytesRef("round " + round + " of " + number));
                if (round == 1) {
                    writer.updateNumericDocValue(id, "updatedonce", 1L << random.nextInt(60));
                }
            }
        }
        if (deletes) {
            // One segment of several goes as a whole: Java drops it then.
            int wholeSegment = round == 1 && segments > 2 ? count / segments : 0;
            for (int number = 0; number < count; number++) {
                if (number < wholeSegment || (count > 1 && random.nextInt(12) == 0)) {
                    writer.deleteDocuments(new Term("id", Integer.toString(number)));
                }
            }
        }
    }
}
