import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/**
 * Lets Lucene go on with an index that another engine wrote: appends {@value #ADDED} documents, merges everything to one segment
 * with the default codec, commits, and prints the number of documents.
 *
 * <p>Usage: {@code java MergeAndCheck <index folder>}. The new documents have nothing but a stored {@code id}. Merging reads every
 * byte of the old segments, so a wrong one shows here even where no search would meet it.
 */
public final class MergeAndCheck {
    private static final int ADDED = 10;

    private MergeAndCheck() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: MergeAndCheck <index folder>");
            System.exit(1);
        }

        System.out.println(run(Paths.get(args[0])));
    }

    /** Appends, merges, and returns the number of documents. */
    static int run(Path index) throws IOException {
        try (Directory directory = UnsyncedDirectory.open(index)) {
            IndexWriterConfig config = new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.APPEND);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                append(writer);
                writer.forceMerge(1);
                writer.commit();
            }

            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return reader.numDocs();
            }
        }
    }

    private static void append(IndexWriter writer) throws IOException {
        for (int i = 0; i < ADDED; i++) {
            Document document = new Document();
            document.add(new StringField("id", "merge-and-check-" + i, Field.Store.YES));
            writer.addDocument(document);
        }
    }
}
