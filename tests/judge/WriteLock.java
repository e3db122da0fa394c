import java.io.IOException;
import java.nio.file.Paths;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Opens a writer of an index, and so takes its lock; says {@code obtained}, and gives the lock back when its standard input ends. When
 * somebody else has the lock, it says {@code refused}.
 *
 * <p>Usage: {@code java WriteLock <index folder>}.
 */
public final class WriteLock {
    private WriteLock() {
    }

    public static void main(String[] args) throws IOException {
        try (Directory directory = FSDirectory.open(Paths.get(args[0]));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            System.out.println("obtained");
            while (System.in.read() >= 0) {
                // Until the caller closes it.
            }

            writer.rollback();
        } catch (LockObtainFailedException refusal) {
            System.out.println("refused");
        }
    }
}
