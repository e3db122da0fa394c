import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Lucene's analyzers for news in both scripts: every character is folded first (Traditional to Simplified), then the text is cut into
 * bigrams, or into SmartCn's words for the fields whose name ends in {@code .words}.
 */
final class NewsAnalyzers extends DelegatingAnalyzerWrapper {
    static final String WORDS_SUFFIX = ".words";

    private final Analyzer bigrams;
    private final Analyzer words;

    NewsAnalyzers(Path foldTable) throws IOException {
        super(PER_FIELD_REUSE_STRATEGY);
        char[] folds = readFolds(foldTable);
        bigrams = new BigramAnalyzer(folds);
        words = new WordAnalyzer(folds);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return fieldName.endsWith(WORDS_SUFFIX) ? words : bigrams;
    }

    /** Reads lines of character, tab, character; characters that no line names fold to themselves. */
    private static char[] readFolds(Path foldTable) throws IOException {
        char[] folds = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < folds.length; i++) {
            folds[i] = (char) i;
        }

        try (BufferedReader lines = Files.newBufferedReader(foldTable)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == 3 && line.charAt(1) == '\t') {
                    folds[line.charAt(0)] = line.charAt(2);
                }
            }
        }

        return folds;
    }

    /** What both analyzers do first. */
    private abstract static class FoldingAnalyzer extends Analyzer {
        private final char[] folds;

        FoldingAnalyzer(char[] folds) {
            this.folds = folds;
        }

        @Override
        protected Reader initReader(String fieldName, Reader reader) {
            return new FoldFilter(reader, folds);
        }
    }

    /** Chinese characters in overlapping pairs, other words whole and in lower case. */
    private static final class BigramAnalyzer extends FoldingAnalyzer {
        BigramAnalyzer(char[] folds) {
            super(folds);
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(
                    tokenizer, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(tokenizer))));
        }
    }

    /** The chain of SmartCn's own analyzer, behind the fold. */
    private static final class WordAnalyzer extends FoldingAnalyzer {
        WordAnalyzer(char[] folds) {
            super(folds);
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
