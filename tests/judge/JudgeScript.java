import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Does many judge's tasks in one process, since starting Java costs more than most of them.
 *
 * <p>Usage: {@code java JudgeScript <script>}. The script is UTF-8 with one task on each line, its words separated by tabs:
 * <pre>
 *   make     number folder                 writes shape or archive of that number, see {@link MakeShapes}
 *   foreign  feature folder                see {@link MakeForeign}
 *   check    folder                        CheckIndex -slow; a problem is a failure
 *   dump     folder file                   see {@link DumpIndex}, with --content
 *   hash     folder file                   the same with --hash
 *   append   folder                        see {@link MergeAndCheck}: documents are added, then all is merged
 *   merge    folder                        merges to one segment, in the order of the segments
 *   query    folder queries answers hits   see {@link RunQueries}
 * </pre>
 * A task that fails gives lines on standard output that start with its line; the next one is tried. Exit code 0 when none failed.
 */
public final class JudgeScript {
    private JudgeScript() {
    }

    public static void main(String[] args) throws IOException {
        int failures = 0;
        for (String line : Files.readAllLines(Paths.get(args[0]))) {
            try {
                run(line.split("\t"));
            } catch (Exception | AssertionError e) {
                failures++;
                System.out.println(line);
                e.printStackTrace(System.out);
            }
        }

        System.exit(failures == 0 ? 0 : 1);
    }

    private static void run(String[] words) throws Exception {
        switch (words[0]) {
            case "make":
                MakeShapes.make(Integer.parseInt(words[1]), Paths.get(words[2]));
                break;
            case "foreign":
                MakeForeign.make(words[1], Paths.get(words[2]));
                break;
            case "check":
                check(Paths.get(words[1]));
                break;
            case "dump":
                DumpIndex.dump(Paths.get(words[1]), Paths.get(words[2]), false, true);
                break;
            case "hash":
                DumpIndex.dump(Paths.get(words[1]), Paths.get(words[2]), true, true);
                break;
            case "append":
                MergeAndCheck.run(Paths.get(words[1]));
                break;
            case "merge":
                merge(Paths.get(words[1]));
                break;
            case "query":
                RunQueries.answer(Paths.get(words[1]), Paths.get(words[2]), Paths.get(words[3]), Integer.parseInt(words[4]));
                break;
            default:
                throw new IllegalArgumentException("no task is called " + words[0]);
        }
    }

    private static void check(Path index) throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try (FSDirectory directory = FSDirectory.open(index);
                CheckIndex checker = new CheckIndex(directory);
                PrintStream stream = new PrintStream(report, true, StandardCharsets.UTF_8)) {
            checker.setDoSlowChecks(true);
            checker.setInfoStream(stream);
            if (!checker.checkIndex().clean) {
                throw new IllegalStateException(report.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static void merge(Path index) throws IOException {
        // Unlike the default policy, this one keeps the order of the segments.
        IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy());
        try (Directory directory = UnsyncedDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, config.setOpenMode(IndexWriterConfig.OpenMode.APPEND))) {
            writer.forceMerge(1);
            writer.commit();
        }
    }
}
