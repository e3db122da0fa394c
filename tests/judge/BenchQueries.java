import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;

/**
 * The Java side of the race of queries.
 *
 * <p>Usage: {@code java BenchQueries <index folder> <queries file>}. Each line of the file is the number of a set, a tab, and a query in
 * the form of {@link RunQueries}. Then each line of standard input, {@code <set> <mode>}, runs the queries of a set once. The answer is a
 * line: a number that tells what was found, then the nanoseconds of each query. Modes are those of the C# enumeration RaceMode. A line
 * {@code <set> <mode> <threads> <passes>} runs the set so often, split among threads, and is answered by the nanoseconds of the whole.
 */
public final class BenchQueries {
    private static final int HIT_COUNT = 10;
    private static final int PRUNED_THRESHOLD = 1000;

    private final IndexSearcher searcher;
    private final PageOfHits page;
    private final PageOfHits tunedPage;

    private BenchQueries(IndexSearcher searcher) {
        this.searcher = searcher;
        this.page = new PageOfHits(searcher, false);
        this.tunedPage = new PageOfHits(searcher, true);
    }

    public static void main(String[] args) throws IOException {
        List<List<Query>> sets = readSets(Paths.get(args[1]));
        try (MMapDirectory directory = new MMapDirectory(Paths.get(args[0]));
                DirectoryReader reader = DirectoryReader.open(directory);
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            BenchQueries bench = new BenchQueries(searcher);
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] parts = line.split(" ");
                List<Query> queries = sets.get(Integer.parseInt(parts[0]));
                System.out.println(parts.length == 2
                        ? bench.runSet(queries, parts[1])
                        : runThreads(searcher, queries, parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
                System.out.flush();
            }
        }
    }

    private static List<List<Query>> readSets(Path file) throws IOException {
        List<List<Query>> sets = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            int set = Integer.parseInt(parts[0]);
            while (sets.size() <= set) {
                sets.add(new ArrayList<>());
            }

            sets.get(set).add(new QueryForm(parts[1]).parse());
        }

        return sets;
    }

    private static long runThreads(IndexSearcher searcher, List<Query> queries, String mode, int threads, int passes) {
        AtomicInteger next = new AtomicInteger();
        long started = System.nanoTime();
        IntStream.range(0, threads).mapToObj(number -> CompletableFuture.runAsync(() -> {
            BenchQueries own = new BenchQueries(searcher);
            for (int i = next.getAndIncrement(); i < passes * queries.size(); i = next.getAndIncrement()) {
                try {
                    own.run(queries.get(i % queries.size()), mode);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            }
        }, task -> new Thread(task).start())).collect(Collectors.toList()).forEach(CompletableFuture::join);
        return System.nanoTime() - started;
    }

    private String runSet(List<Query> queries, String mode) throws IOException {
        long[] nanos = new long[queries.size()];
        long found = 0;
        for (int i = 0; i < nanos.length; i++) {
            long started = System.nanoTime();
            found += run(queries.get(i), mode);
            nanos[i] = System.nanoTime() - started;
        }

        StringBuilder answer = new StringBuilder().append(found);
        for (long time : nanos) {
            answer.append(' ').append(time);
        }

        return answer.toString();
    }

    private long run(Query query, String mode) throws IOException {
        switch (mode) {
            case "pruned":
                return sumOf(top(query, PRUNED_THRESHOLD), false);
            case "exact":
                return sumOf(top(query, Integer.MAX_VALUE), true);
            case "count":
                return searcher.count(query);
            case "facets":
                TopScoreDocCollector best = TopScoreDocCollector.create(HIT_COUNT, null, Integer.MAX_VALUE);
                OutletCounts counts = new OutletCounts();
                searcher.search(query, MultiCollector.wrap(best, counts));
                return sumOf(best.topDocs(), true) + counts.checksum();
            case "page":
                return page.show(query, top(query, PRUNED_THRESHOLD));
            case "tuned":
                return tunedPage.show(query, top(query, PRUNED_THRESHOLD));
            default:
                throw new IllegalArgumentException("no mode is called " + mode);
        }
    }

    private TopDocs top(Query query, int threshold) throws IOException {
        TopScoreDocCollector collector = TopScoreDocCollector.create(HIT_COUNT, null, threshold);
        searcher.search(query, collector);
        return collector.topDocs();
    }

    private static long sumOf(TopDocs found, boolean withTotal) {
        long sum = withTotal ? found.totalHits.value : 0;
        int rank = 0;
        for (ScoreDoc hit : found.scoreDocs) {
            rank++;
            sum += (long) rank * hit.doc;
        }

        return sum;
    }
}
