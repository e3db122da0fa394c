import java.io.BufferedWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Says what tokens Lucene's SmartChineseAnalyzer makes.
 * Arguments: a file or a folder of UTF-8 texts (all files in it, by name); the file to write; optionally "nostop" for no stop words.
 * Output: per text the line "# name", a line "term TAB start TAB end TAB increment" per token, and "= offset TAB increment" for the end.
 * The terms are written as hexadecimal UTF-16 units, so that lone surrogates and tabs survive.
 */
public final class SmartCnTokens {
    public static void main(String[] arguments) throws Exception {
        boolean useDefaultStopWords = arguments.length < 3 || !arguments[2].equals("nostop");
        try (Analyzer analyzer = new SmartChineseAnalyzer(useDefaultStopWords);
             BufferedWriter output = Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            for (Path file : listFiles(Path.of(arguments[0]))) {
                output.write("# " + file.getFileName() + "\n");
                writeTokens(analyzer, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), output);
            }
        }
    }

    private static List<Path> listFiles(Path input) throws Exception {
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }

        try (Stream<Path> files = Files.list(input)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static void writeTokens(Analyzer analyzer, String text, BufferedWriter output) throws Exception {
        try (TokenStream stream = analyzer.tokenStream("body", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                output.write(toHex(term) + "\t" + offset.startOffset() + "\t" + offset.endOffset());
                output.write("\t" + increment.getPositionIncrement() + "\n");
            }

            stream.end();
            output.write("= " + offset.endOffset() + "\t" + increment.getPositionIncrement() + "\n");
        }
    }

    private static String toHex(CharSequence term) {
        StringBuilder hex = new StringBuilder();
        for (int index = 0; index < term.length(); index++) {
            hex.append(String.format("%04X", (int) term.charAt(index)));
        }

        return hex.toString();
    }
}
