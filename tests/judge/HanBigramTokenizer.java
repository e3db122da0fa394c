import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes the tokens of our bigram analysis in Lucene's way, so that both sides index the same: overlapping pairs of Han characters at the
 * position of the first, the last of a run alone, runs of letters whole; a gap of 1 for punctuation and of 100 for a line feed. The text
 * comes folded.
 */
final class HanBigramTokenizer extends Tokenizer {
    private static final int PARAGRAPH_GAP = 100;
    private static final int MAX_WORD = 255;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final CharacterTable.Kind[] kinds;
    private char[] text = new char[4096];
    private int length;
    private int next;
    private int units;

    HanBigramTokenizer(CharacterTable table) {
        kinds = table.kinds;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        next = 0;
        for (int read = input.read(text, 0, text.length); read >= 0; read = input.read(text, length, text.length - length)) {
            length += read;
            if (length == text.length) {
                text = Arrays.copyOf(text, 2 * length);
            }
        }
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        int gap = 0;
        for (int at = next; at < length; at += units) {
            switch (kindAt(at)) {
                case Han:
                    position.setPositionIncrement(1 + gap);
                    takeHan(at, units);
                    return true;
                case Word:
                    position.setPositionIncrement(1 + gap);
                    takeWord(at);
                    return true;
                case LineFeed:
                    gap = PARAGRAPH_GAP;
                    break;
                case Punctuation:
                case MiddleDot:
                    gap = Math.max(gap, 1);
                    break;
                default:
                    break;
            }
        }

        next = length;
        return false;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(length, length);
    }

    private void takeHan(int start, int firstUnits) {
        int behind = start + firstUnits;
        term.copyBuffer(text, start, firstUnits);
        int second = nextHan(behind);
        if (second < 0) {
            offset.setOffset(start, behind);
            next = behind;
            return;
        }

        append(second, units);
        offset.setOffset(start, second + units);
        next = second;
    }

    /** Returns where the run goes on, behind one middle dot at most, or -1; {@link #units} are those of the character found. */
    private int nextHan(int from) {
        boolean passedDot = false;
        for (int at = from; at < length; at += units) {
            CharacterTable.Kind kind = kindAt(at);
            if (kind == CharacterTable.Kind.Han) {
                return at;
            }

            if (kind != CharacterTable.Kind.Ignorable && (kind != CharacterTable.Kind.MiddleDot || passedDot)) {
                return -1;
            }

            passedDot |= kind == CharacterTable.Kind.MiddleDot;
        }

        return -1;
    }

    private void takeWord(int start) {
        int end = start;
        for (int at = start; at < length; at += units) {
            CharacterTable.Kind kind = kindAt(at);
            if (kind == CharacterTable.Kind.Word) {
                if (term.length() + units <= MAX_WORD) {
                    append(at, units);
                }

                end = at + units;
            } else if (kind != CharacterTable.Kind.Ignorable) {
                break;
            }
        }

        offset.setOffset(start, end);
        next = end;
    }

    private void append(int start, int count) {
        for (int at = start; at < start + count; at++) {
            term.append(text[at]);
        }
    }

    private CharacterTable.Kind kindAt(int at) {
        units = 1;
        CharacterTable.Kind kind = kinds[text[at]];
        if (kind != CharacterTable.Kind.Surrogate) {
            return kind;
        }

        if (at + 1 == length || !Character.isSurrogatePair(text[at], text[at + 1])) {
            return CharacterTable.Kind.Punctuation;
        }

        units = 2;
        int codePoint = Character.toCodePoint(text[at], text[at + 1]);
        if (codePoint >>> 16 == 2 || codePoint >>> 16 == 3) {
            return CharacterTable.Kind.Han;
        }

        return Character.isLetterOrDigit(codePoint) ? CharacterTable.Kind.Word : CharacterTable.Kind.Punctuation;
    }
}
