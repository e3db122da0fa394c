import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Builds the index of the news with Lucene itself: the peer in the benchmark of indexing.
 *
 * <p>Usage: {@code java BuildNewsIndex <articles.tsv> <character table> <index folder> <threads> <RAM buffer MB> [forceMerge]}.
 *
 * <p>Each line of the articles is {@code id, url, source, outlet, author, script, publishedMillis, title, body} with tabs between;
 * what is empty gives no field. Line feeds of the body are U+0001; a text holds neither tab nor carriage return. The character
 * table is that of {@link CharacterTable}.
 *
 * <p>One line of JSON says how it went: documents, bytes (UTF-8 of title and body), seconds from opening the writer to closing it
 * after the commit (and of the merge, when asked for), MB (10^6 bytes) per second, peak resident MB of the process, bytes of the index.
 */
public final class BuildNewsIndex {
    private static final int COLUMNS = 9;
    private static final char LINE_FEED_IN_FILE = '\u0001';
    private static final int QUEUE_LINES = 1024;
    private static final String END = "";
    private static final double MEGA = 1e6;

    private static final FieldType TEXT = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    private static final FieldType WORDS = indexed(IndexOptions.DOCS_AND_FREQS, false);

    private final IndexWriter writer;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(QUEUE_LINES);
    private final LongAdder documents = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private BuildNewsIndex(IndexWriter writer) {
        this.writer = writer;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        if (args.length < 5 || args.length > 6 || (args.length == 6 && !args[5].equals("forceMerge"))) {
            System.err.println(
                    "usage: BuildNewsIndex <articles.tsv> <character table> <index folder> <threads> <RAM buffer MB> [forceMerge]");
            System.exit(1);
        }

        IndexWriterConfig config = new IndexWriterConfig(new NewsAnalyzers(Paths.get(args[1])))
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(Double.parseDouble(args[4]))
                .setUseCompoundFile(false);
        try (FSDirectory directory = FSDirectory.open(Paths.get(args[2]))) {
            long start = System.nanoTime();
            BuildNewsIndex build;
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                build = new BuildNewsIndex(writer);
                build.addAll(Paths.get(args[0]), Integer.parseInt(args[3]));
                if (args.length == 6) {
                    writer.forceMerge(1);
                }

                writer.commit();
            }

            build.report((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1), directory);
        }
    }

    /** Reads the lines here and lets the threads index them, so that the archive never lies in memory as a whole. */
    private void addAll(Path articles, int threads) throws IOException, InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (BufferedReader reader = Files.newBufferedReader(articles)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(this::addQueued));
            }

            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    put(line, workers);
                }
            }

            for (int i = 0; i < threads; i++) {
                put(END, workers);
            }

            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits for room, but not for ever when a worker has failed and takes no more. */
    private void put(String line, List<Future<?>> workers) throws InterruptedException, ExecutionException {
        while (!lines.offer(line, 1, TimeUnit.SECONDS)) {
            for (Future<?> worker : workers) {
                if (worker.isDone()) {
                    worker.get();
                }
            }
        }
    }

    private Void addQueued() throws IOException, InterruptedException {
        for (String line = lines.take(); !line.equals(END); line = lines.take()) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IOException(COLUMNS + " columns were wanted, not " + columns.length + ": " + line);
            }

            writer.addDocument(toDocument(columns));
        }

        return null;
    }

    private Document toDocument(String[] columns) {
        String title = columns[7];
        String body = columns[8].replace(LINE_FEED_IN_FILE, '\n');
        documents.increment();
        bytes.add(UnicodeUtil.calcUTF16toUTF8Length(title, 0, title.length()));
        bytes.add(UnicodeUtil.calcUTF16toUTF8Length(body, 0, body.length()));

        Document document = new Document();
        addKeyword(document, "id", columns[0]);
        addKeyword(document, "url", columns[1]);
        addKeyword(document, "source", columns[2]);
        addKeyword(document, "outlet", columns[3]);
        addKeyword(document, "author", columns[4]);
        addKeyword(document, "script", columns[5]);
        document.add(new SortedDocValuesField("outlet", new BytesRef(columns[3])));
        document.add(new SortedDocValuesField("script", new BytesRef(columns[5])));
        if (!columns[6].isEmpty()) {
            long published = Long.parseLong(columns[6]);
            document.add(new NumericDocValuesField("published", published));
            document.add(new StoredField("published", published));
        }

        addText(document, "title", title);
        addText(document, "body", body);
        return document;
    }

    private static void addKeyword(Document document, String name, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(name, value, Field.Store.YES));
        }
    }

    private static void addText(Document document, String name, String value) {
        document.add(new Field(name, value, TEXT));
        document.add(new Field(name + NewsAnalyzers.WORDS_SUFFIX, value, WORDS));
    }

    private static FieldType indexed(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    private void report(double seconds, FSDirectory directory) throws IOException {
        long indexBytes = 0;
        for (String file : directory.listAll()) {
            indexBytes += directory.fileLength(file);
        }

        System.out.printf(
                Locale.ROOT,
                "{\"docs\":%d,\"bytes\":%d,\"seconds\":%.3f,\"mbPerSecond\":%.3f,\"peakRssMb\":%.1f,\"indexBytes\":%d}%n",
                documents.sum(), bytes.sum(), seconds, bytes.sum() / MEGA / seconds, peakResidentMegabytes(), indexBytes);
    }

    /** What Linux counted (VmHWM, in KiB); 0 where it is not told. */
    private static double peakResidentMegabytes() throws IOException {
        Path status = Paths.get("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }

        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / MEGA;
            }
        }

        return 0;
    }
}
