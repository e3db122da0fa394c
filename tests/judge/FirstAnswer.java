import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;

/**
 * A process that opens an index, answers one question with a page of ten hits, and ends.
 *
 * <p>Usage: {@code java FirstAnswer <index folder> <character table> <phrase or any> <text>}. The text is looked for in the body, as a
 * phrase of bigrams, or as any of its bigrams and words. Printed are the total and the number of characters on the page.
 */
public final class FirstAnswer {
    private static final int HIT_COUNT = 10;
    private static final String BODY = "body";

    private FirstAnswer() {
    }

    public static void main(String[] args) throws IOException {
        Analyzer analyzer = new NewsAnalyzers(Paths.get(args[1]));
        Query query = args[2].equals("phrase") ? phrase(analyzer, args[3]) : any(analyzer, args[3]);
        try (MMapDirectory directory = new MMapDirectory(Paths.get(args[0])); DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            TopDocs found = searcher.search(query, HIT_COUNT);
            long characters = new PageOfHits(searcher, false).show(query, found);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(found.totalHits + ", " + characters + " characters");
        }
    }

    private static Query phrase(Analyzer analyzer, String text) throws IOException {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (String term : terms(analyzer, BODY, text)) {
            phrase.add(new Term(BODY, term));
        }

        return phrase.build();
    }

    private static Query any(Analyzer analyzer, String text) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : new String[] {BODY, BODY + NewsAnalyzers.WORDS_SUFFIX}) {
            for (String term : terms(analyzer, field, text)) {
                any.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
            }
        }

        return any.build();
    }

    private static Set<String> terms(Analyzer analyzer, String field, String text) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }

            stream.end();
        }

        return terms;
    }
}
