import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;

/** Takes the lines of one section of a dump after the other, and writes them or, for big indexes, their number and checksum. */
final class DumpSections implements Closeable {
    private final Writer writer;
    private final boolean hash;
    private final CRC32 crc = new CRC32();
    private String name;
    private long lines;

    DumpSections(Path file, boolean hash) throws IOException {
        writer = Files.newBufferedWriter(file);
        this.hash = hash;
    }

    void begin(String section) throws IOException {
        name = section;
        lines = 0;
        crc.reset();
        if (!hash) {
            writer.write("== " + name + "\n");
        }
    }

    void line(String line) throws IOException {
        lines++;
        if (hash) {
            crc.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            writer.write(line + "\n");
        }
    }

    void end() throws IOException {
        if (hash) {
            writer.write(name + "\t" + lines + "\t" + String.format("%08x", crc.getValue()) + "\n");
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The bytes as text where they are UTF-8, else in hexadecimal digits. */
    static String text(BytesRef bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
            return escape(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
        } catch (CharacterCodingException e) {
            return hex(bytes);
        }
    }

    static String hex(BytesRef bytes) {
        StringBuilder digits = new StringBuilder("0x");
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes.bytes[bytes.offset + i] & 0xFF;
            digits.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }

        return digits.toString();
    }

    /** In quotation marks, with all that could break a line or a token escaped as in Java. */
    static String escape(String value) {
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (breaksLine(c) || Character.isSurrogate(c)) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }

        return escaped.append('"').toString();
    }

    private static boolean breaksLine(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
