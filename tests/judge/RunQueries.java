import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.StringJoiner;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;

/**
 * Answers queries exhaustively, so that another engine can compare hits, order and the bits of the scores.
 *
 * <p>Usage: {@code java RunQueries <index folder> <queries file> <output file> [maxHits]}, maxHits being 1000 unless given.
 *
 * <p>The queries file is UTF-8 with one query on each line; empty lines are passed over.
 * <pre>
 *   (term field text)                          (prefix field text)                constant score
 *   (phrase field slop pos:text pos:text ...)  (multiphrase field pos:text ...)   texts may share a position
 *   (bool minShouldMatch (must Q) (should Q) (filter Q) (mustnot Q) ...)
 *   (boost 2.5 Q)   (const Q)   (dismax 0.1 Q Q ...)   (all)
 *   (points field from to)                     (column field from to)             of longs, both ends inclusive
 * </pre>
 * White space separates tokens. Texts are percent-encoded UTF-8 (a plus sign means a blank, as in forms); a text left out is empty.
 *
 * <p>Each query gives one line: line number, tab, total hits, tab, and {@code docId:score} by rank with a blank between; the score
 * as the hexadecimal bits of the float. A mistake in a query ends the program with exit code 1 and the number of the line.
 */
public final class RunQueries {
    private static final int DEFAULT_MAX_HITS = 1000;
    private static final int MAX_CLAUSES = 65536;

    private RunQueries() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 3 || args.length > 4) {
            System.err.println("usage: RunQueries <index folder> <queries file> <output file> [maxHits]");
            System.exit(1);
        }

        int maxHits = args.length > 3 ? Integer.parseInt(args[3]) : DEFAULT_MAX_HITS;
        try {
            answer(Paths.get(args[0]), Paths.get(args[1]), Paths.get(args[2]), maxHits);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void answer(Path index, Path queries, Path answers, int maxHits) throws IOException {
        BooleanQuery.setMaxClauseCount(MAX_CLAUSES);
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory);
                Writer output = Files.newBufferedWriter(answers)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            answerAll(searcher, queries, output, maxHits);
        }
    }

    private static void answerAll(IndexSearcher searcher, Path queries, Writer output, int maxHits) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(queries)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }

                try {
                    Query query = new QueryForm(line).parse();
                    output.write(number + "\t" + answer(searcher, query, maxHits) + "\n");
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException("line " + number + ": " + e.getMessage() + ": " + line, e);
                }
            }
        }
    }

    private static String answer(IndexSearcher searcher, Query query, int maxHits) throws IOException {
        TopScoreDocCollector collector = TopScoreDocCollector.create(maxHits, null, Integer.MAX_VALUE);
        searcher.search(query, collector);
        TopDocs top = collector.topDocs();

        StringJoiner hits = new StringJoiner(" ", top.totalHits.value + "\t", "");
        for (ScoreDoc hit : top.scoreDocs) {
            hits.add(hit.doc + ":" + String.format("%08x", Float.floatToIntBits(hit.score)));
        }

        return hits.toString();
    }
}
