import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Fetches title and URL of hits and up to three passages of the body, from the offsets in the postings. The tuned form reads each stored
 * document once and breaks sentences by {@link SimpleSentences}; the plain form leaves both to the highlighter.
 */
final class PageOfHits {
    private static final int PASSAGES = 3;
    private static final int MAX_LENGTH = UnifiedHighlighter.DEFAULT_MAX_LENGTH;
    private static final Set<String> HEAD = Set.of("title", "url");
    private static final Set<String> ALL = Set.of("title", "url", "body");

    private final IndexSearcher searcher;
    private final boolean tuned;
    private final UnifiedHighlighter highlighter;
    private final Map<Integer, String> bodies = new HashMap<>();

    PageOfHits(IndexSearcher searcher, boolean tuned) {
        this.searcher = searcher;
        this.tuned = tuned;
        highlighter = tuned ? tuned() : plain();
    }

    /** Returns the number of characters on the page. */
    long show(Query query, TopDocs hits) throws IOException {
        long sum = 0;
        bodies.clear();
        for (ScoreDoc hit : hits.scoreDocs) {
            Document document = searcher.doc(hit.doc, tuned ? ALL : HEAD);
            sum += document.get("title").length() + document.getValues("url").length;
            if (tuned) {
                bodies.put(hit.doc, document.get("body"));
            }
        }

        if (hits.scoreDocs.length > 0) {
            for (String passages : highlighter.highlight("body", query, hits, PASSAGES)) {
                sum += passages == null ? 0 : passages.length();
            }
        }

        return sum;
    }

    private UnifiedHighlighter plain() {
        return new UnifiedHighlighter(searcher, new KeywordAnalyzer()) {
            @Override
            protected OffsetSource getOffsetSource(String field) {
                return OffsetSource.POSTINGS;
            }
        };
    }

    private UnifiedHighlighter tuned() {
        UnifiedHighlighter once = new UnifiedHighlighter(searcher, new KeywordAnalyzer()) {
            @Override
            protected OffsetSource getOffsetSource(String field) {
                return OffsetSource.POSTINGS;
            }

            @Override
            protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator docs, int threshold) throws IOException {
                List<CharSequence[]> values = new ArrayList<>();
                for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                    String body = bodies.get(doc);
                    values.add(new CharSequence[] {body.substring(0, Math.min(body.length(), MAX_LENGTH))});
                }

                return values;
            }
        };
        once.setBreakIterator(SimpleSentences::new);
        return once;
    }
}
