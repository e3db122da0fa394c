import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Runs Lucene's CheckIndex, slow, over every folder below the given one, and prints a line for each: name, {@code clean} or
 * {@code corrupt}, and the first complaint, with tabs between.
 */
public final class CheckMany {
    private static final int TIMEOUT_SECONDS = 20;

    private CheckMany() {
    }

    public static void main(String[] args) throws Exception {
        List<Path> folders;
        try (var found = Files.list(Paths.get(args[0]))) {
            folders = found.sorted().collect(Collectors.toList());
        }

        PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (Path folder : folders) {
            output.println(folder.getFileName() + "\t" + withTimeout(folder));
        }

        output.flush();
        System.exit(0); // A check that hangs must not keep the others' verdicts.
    }

    private static String withTimeout(Path folder) throws InterruptedException, ExecutionException {
        CompletableFuture<String> verdict = new CompletableFuture<>();
        Thread worker = new Thread(() -> verdict.complete(check(folder)));
        worker.setDaemon(true);
        worker.start();
        try {
            return verdict.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hanging) {
            return "corrupt\thangs";
        }
    }

    private static String check(Path folder) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Directory directory = FSDirectory.open(folder); CheckIndex check = new CheckIndex(directory)) {
            check.setDoSlowChecks(true);
            check.setInfoStream(new PrintStream(log, false, StandardCharsets.UTF_8));
            return check.checkIndex().clean ? "clean\t" : "corrupt\t" + complaint(log.toString(StandardCharsets.UTF_8));
        } catch (Throwable problem) {
            return "corrupt\t" + oneLine(problem.toString());
        }
    }

    private static String complaint(String log) {
        return log.lines()
            .filter(line -> line.contains("Exception") || line.contains("ERROR") || line.contains("Error"))
            .findFirst().map(CheckMany::oneLine).orElse("");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
