import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/** Breaks text behind the marks that end a sentence, and behind line feeds; much cheaper than the rules of the platform. */
final class SimpleSentences extends BreakIterator {
    private static final String ENDS = "。！？!?\n";

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public void setText(CharacterIterator characters) {
        StringBuilder copy = new StringBuilder();
        for (char unit = characters.first(); unit != CharacterIterator.DONE; unit = characters.next()) {
            copy.append(unit);
        }

        setText(copy.toString());
    }

    @Override
    public CharacterIterator getText() {
        return new StringCharacterIterator(text);
    }

    @Override
    public int current() {
        return position;
    }

    @Override
    public int first() {
        position = 0;
        return position;
    }

    @Override
    public int last() {
        position = text.length();
        return position;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return DONE;
        }

        do {
            position++;
        } while (!isBoundary(position));
        return position;
    }

    @Override
    public int previous() {
        if (position <= 0) {
            return DONE;
        }

        do {
            position--;
        } while (!isBoundary(position));
        return position;
    }

    @Override
    public int next(int count) {
        int reached = position;
        for (int left = count; left > 0; left--) {
            reached = next();
        }

        for (int left = count; left < 0; left++) {
            reached = previous();
        }

        return reached;
    }

    @Override
    public int following(int offset) {
        if (offset >= text.length()) {
            return DONE;
        }

        position = offset;
        return next();
    }

    @Override
    public int preceding(int offset) {
        if (offset <= 0) {
            return DONE;
        }

        position = offset;
        return previous();
    }

    @Override
    public boolean isBoundary(int offset) {
        return offset <= 0 || offset >= text.length() || ENDS.indexOf(text.charAt(offset - 1)) >= 0;
    }
}
