import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What our analysis knows of each UTF-16 unit, read from a file that it writes itself: what the unit folds to, and its class. Line n,
 * from 0, is of unit n: the fold as a hexadecimal number, tab, the name of the class.
 */
final class CharacterTable {
    enum Kind { Punctuation, Han, Word, Space, LineFeed, MiddleDot, Ignorable, Surrogate }

    final char[] folds = new char[Character.MAX_VALUE + 1];
    final Kind[] kinds = new Kind[Character.MAX_VALUE + 1];

    CharacterTable(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (int unit = 0; unit < folds.length; unit++) {
                String[] cells = lines.readLine().split("\t");
                folds[unit] = (char) Integer.parseInt(cells[0], 16);
                kinds[unit] = Kind.valueOf(cells[1]);
            }
        }
    }

    /** Returns what a unit folds to for words: marks stay as they are, since the dictionary knows them so. */
    char foldForWords(char unit) {
        return kinds[unit] == Kind.Punctuation || kinds[unit] == Kind.MiddleDot ? unit : folds[unit];
    }
}
