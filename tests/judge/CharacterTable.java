import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What our analysis knows of each UTF-16 unit, read from a file that it writes itself: for each unit what it folds to, as two bytes with the
 * high one first, and the number of its class.
 */
final class CharacterTable {
    enum Kind { Punctuation, Han, Word, Space, LineFeed, MiddleDot, Ignorable, Surrogate }

    final char[] folds = new char[Character.MAX_VALUE + 1];
    final Kind[] kinds = new Kind[Character.MAX_VALUE + 1];

    CharacterTable(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        Kind[] all = Kind.values();
        for (int unit = 0; unit < folds.length; unit++) {
            folds[unit] = bytes.getChar();
            kinds[unit] = all[bytes.get()];
        }
    }

    /** Returns what a unit folds to for words: marks stay as they are, since the dictionary knows them so. */
    char foldForWords(char unit) {
        return kinds[unit] == Kind.Punctuation || kinds[unit] == Kind.MiddleDot ? unit : folds[unit];
    }
}
