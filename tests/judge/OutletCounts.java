import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts hits by outlet. */
final class OutletCounts extends SimpleCollector {
    private final Map<String, Integer> counts = new HashMap<>();
    private SortedDocValues outlets;
    private int[] ofSegment = new int[0];

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        flush();
        outlets = DocValues.getSorted(context.reader(), "outlet");
        ofSegment = new int[outlets.getValueCount()];
    }

    @Override
    public void collect(int doc) throws IOException {
        if (outlets.advanceExact(doc)) {
            ofSegment[outlets.ordValue()]++;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** Returns a number that tells whether two sides counted the same. */
    long checksum() throws IOException {
        flush();
        return counts.values().stream().mapToLong(count -> (long) count * count).sum();
    }

    private void flush() throws IOException {
        for (int ord = 0; ord < ofSegment.length; ord++) {
            if (ofSegment[ord] > 0) {
                counts.merge(outlets.lookupOrd(ord).utf8ToString(), ofSegment[ord], Integer::sum);
            }
        }

        ofSegment = new int[0];
    }
}
