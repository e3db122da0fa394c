import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/** Does not wait for the disk, which would take most of the time of many small indexes; nobody pulls the plug here. */
final class UnsyncedDirectory extends FilterDirectory {
    private UnsyncedDirectory(Directory directory) {
        super(directory);
    }

    static Directory open(Path folder) throws IOException {
        return new UnsyncedDirectory(FSDirectory.open(folder));
    }

    @Override
    public void sync(Collection<String> names) {
    }

    @Override
    public void syncMetaData() {
    }
}
