import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;

/**
 * Lucene's analyzers for news in both scripts, with the tokens of our own: every character is folded first (Traditional to Simplified),
 * then the text is cut into bigrams, or into SmartCn's words for the fields whose name ends in {@code .words}.
 */
final class NewsAnalyzers extends DelegatingAnalyzerWrapper {
    static final String WORDS_SUFFIX = ".words";
    private static final int PARAGRAPH_GAP = 100;

    private final Analyzer bigrams;
    private final Analyzer words;

    NewsAnalyzers(Path characterTable) throws IOException {
        super(PER_FIELD_REUSE_STRATEGY);
        CharacterTable table = new CharacterTable(characterTable);
        bigrams = new BigramAnalyzer(table);
        words = new WordAnalyzer(table);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return fieldName.endsWith(WORDS_SUFFIX) ? words : bigrams;
    }

    /** Chinese characters in overlapping pairs, other words whole and in lower case. */
    private static final class BigramAnalyzer extends Analyzer {
        private final CharacterTable table;

        BigramAnalyzer(CharacterTable table) {
            this.table = table;
        }

        @Override
        protected Reader initReader(String fieldName, Reader reader) {
            return new FoldFilter(reader, table.folds);
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            return new TokenStreamComponents(new HanBigramTokenizer(table));
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return PARAGRAPH_GAP;
        }
    }

    /** The chain of SmartCn's own analyzer, behind the fold. */
    private static final class WordAnalyzer extends Analyzer {
        private final char[] folds = new char[Character.MAX_VALUE + 1];

        WordAnalyzer(CharacterTable table) {
            for (int unit = 0; unit < folds.length; unit++) {
                folds[unit] = table.foldForWords((char) unit);
            }
        }

        @Override
        protected Reader initReader(String fieldName, Reader reader) {
            return new FoldFilter(reader, folds);
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokenizer = new HMMChineseTokenizer();
            return new TokenStreamComponents(
                    tokenizer, new StopFilter(new PorterStemFilter(tokenizer), SmartChineseAnalyzer.getDefaultStopSet()));
        }
    }

    /** Replaces characters one for one, so offsets stay as they are. */
    private static final class FoldFilter extends CharFilter {
        private final char[] folds;

        FoldFilter(Reader input, char[] folds) {
            super(input);
            this.folds = folds;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = input.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                buffer[i] = folds[buffer[i]];
            }

            return count;
        }

        @Override
        protected int correct(int offset) {
            return offset;
        }
    }
}
