import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Reads a query from the prefix form that {@link RunQueries} documents. */
final class QueryForm {
    private final List<String> tokens = new ArrayList<>();
    private int next;

    QueryForm(String line) {
        for (String token : line.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+")) {
            tokens.add(token);
        }
    }

    Query parse() {
        Query query = query();
        if (next < tokens.size()) {
            throw new IllegalArgumentException("nothing may follow the query, but there is " + tokens.get(next));
        }

        return query;
    }

    private Query query() {
        expect("(");
        String kind = take();
        Query query = body(kind);
        expect(")");
        return query;
    }

    private Query body(String kind) {
        switch (kind) {
            case "term":
                return new TermQuery(term());
            case "prefix":
                return prefix();
            case "phrase":
                return phrase();
            case "multiphrase":
                return multiPhrase();
            case "bool":
                return bool();
            case "boost":
                float boost = Float.parseFloat(take());
                return new BoostQuery(query(), boost);
            case "const":
                return new ConstantScoreQuery(query());
            case "dismax":
                return disjunctionMax();
            case "points":
                return LongPoint.newRangeQuery(take(), Long.parseLong(take()), Long.parseLong(take()));
            case "column":
                return NumericDocValuesField.newSlowRangeQuery(take(), Long.parseLong(take()), Long.parseLong(take()));
            case "all":
                return new MatchAllDocsQuery();
            default:
                throw new IllegalArgumentException("no query is called " + kind);
        }
    }

    private Term term() {
        String field = take();
        return new Term(field, decode(atEnd() ? "" : take()));
    }

    private Query prefix() {
        PrefixQuery prefix = new PrefixQuery(term());
        prefix.setRewriteMethod(MultiTermQuery.CONSTANT_SCORE_REWRITE);
        return prefix;
    }

    private Query phrase() {
        String field = take();
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        phrase.setSlop(Integer.parseInt(take()));
        while (!atEnd()) {
            String[] placed = placed();
            phrase.add(new Term(field, decode(placed[1])), Integer.parseInt(placed[0]));
        }

        return phrase.build();
    }

    private Query multiPhrase() {
        String field = take();
        SortedMap<Integer, List<Term>> byPosition = new TreeMap<>();
        while (!atEnd()) {
            String[] placed = placed();
            byPosition.computeIfAbsent(Integer.valueOf(placed[0]), position -> new ArrayList<>())
                    .add(new Term(field, decode(placed[1])));
        }

        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        byPosition.forEach((position, terms) -> phrase.add(terms.toArray(new Term[0]), position));
        return phrase.build();
    }

    private Query bool() {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        bool.setMinimumNumberShouldMatch(Integer.parseInt(take()));
        while (!atEnd()) {
            expect("(");
            BooleanClause.Occur occur = occur(take());
            bool.add(query(), occur);
            expect(")");
        }

        return bool.build();
    }

    private static BooleanClause.Occur occur(String name) {
        switch (name) {
            case "must":
                return BooleanClause.Occur.MUST;
            case "should":
                return BooleanClause.Occur.SHOULD;
            case "filter":
                return BooleanClause.Occur.FILTER;
            case "mustnot":
                return BooleanClause.Occur.MUST_NOT;
            default:
                throw new IllegalArgumentException("must, should, filter or mustnot was wanted, not " + name);
        }
    }

    private Query disjunctionMax() {
        float tieBreaker = Float.parseFloat(take());
        List<Query> queries = new ArrayList<>();
        while (!atEnd()) {
            queries.add(query());
        }

        return new DisjunctionMaxQuery(queries, tieBreaker);
    }

    /** Takes a position and a text, which may be empty. */
    private String[] placed() {
        String token = take();
        int colon = token.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("pos:text was wanted, not " + token);
        }

        return new String[] {token.substring(0, colon), token.substring(colon + 1)};
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private boolean atEnd() {
        return next < tokens.size() && tokens.get(next).equals(")");
    }

    private void expect(String wanted) {
        String token = take();
        if (!token.equals(wanted)) {
            throw new IllegalArgumentException(wanted + " was wanted, not " + token);
        }
    }

    private String take() {
        if (next == tokens.size()) {
            throw new IllegalArgumentException("the query ends too early");
        }

        return tokens.get(next++);
    }
}
