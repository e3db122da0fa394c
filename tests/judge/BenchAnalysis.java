import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.MMapDirectory;

/**
 * The Java side of the race of analysis, on one thread.
 *
 * <p>Usage: {@code java BenchAnalysis <texts> <character table> <scratch folder>}. The texts are lines with U+0001 for a line feed. Then
 * each line of standard input names the work: {@code words} or {@code bigrams} run an analyzer over all texts and touch the bytes of each
 * term, {@code build} makes an index of the bigrams alone with positions and offsets, and commits. The answer is a line: the number of
 * tokens (0 for an index), and the nanoseconds.
 */
public final class BenchAnalysis {
    private static final char LINE_FEED_IN_FILE = '\u0001';
    private static final double BUFFER_MEGABYTES = 256;
    private static final String WORDS = "text.words";
    private static final String BIGRAMS = "text";

    private final List<String> texts = new ArrayList<>();
    private final Analyzer analyzer;
    private final Path scratch;

    private BenchAnalysis(Path texts, Path characters, Path scratch) throws IOException {
        analyzer = new NewsAnalyzers(characters);
        this.scratch = scratch;
        for (String line : Files.readAllLines(texts)) {
            this.texts.add(line.replace(LINE_FEED_IN_FILE, '\n'));
        }
    }

    public static void main(String[] args) throws IOException {
        BenchAnalysis bench = new BenchAnalysis(Paths.get(args[0]), Paths.get(args[1]), Paths.get(args[2]));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String work = input.readLine(); work != null; work = input.readLine()) {
            long started = System.nanoTime();
            long tokens = bench.run(work);
            System.out.println(tokens + " " + (System.nanoTime() - started));
            System.out.flush();
        }
    }

    private long run(String work) throws IOException {
        switch (work) {
            case "words":
                return analyze(WORDS);
            case "bigrams":
                return analyze(BIGRAMS);
            case "build":
                build();
                return 0;
            default:
                throw new IllegalArgumentException("no work is called " + work);
        }
    }

    private long analyze(String field) throws IOException {
        long tokens = 0;
        for (String text : texts) {
            try (TokenStream stream = analyzer.tokenStream(field, text)) {
                TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    term.getBytesRef();
                    tokens++;
                }

                stream.end();
            }
        }

        return tokens;
    }

    private void build() throws IOException {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false);
        try (MMapDirectory directory = new MMapDirectory(scratch); IndexWriter writer = new IndexWriter(directory, config)) {
            for (String text : texts) {
                Document document = new Document();
                document.add(new Field(BIGRAMS, text, type));
                writer.addDocument(document);
            }

            writer.commit();
        }
    }
}
