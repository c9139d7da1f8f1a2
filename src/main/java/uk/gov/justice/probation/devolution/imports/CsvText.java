package uk.gov.justice.probation.devolution.imports;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The text of a file, in UTF-8 with or without a byte order mark. While it is read, watches for a quotation mark that
 * is not closed and for invalid UTF-8.
 */
final class CsvText extends FilterReader {
    private static final int LOOKED_AT = 256;
    private static final char NO_LETTER = '\uFFFD';
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[][] UTF_16_MARKS = {{(byte) 0xFF, (byte) 0xFE}, {(byte) 0xFE, (byte) 0xFF}};
    private static final byte[][] WORKBOOKS = {{'P', 'K', 3, 4}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}};

    private enum In {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private In in = In.FIELD_START;
    private char before;
    private long line = 1;
    private long quotedFrom;
    private long brokenFrom;
    private boolean ended;

    /** The file is not CSV in UTF-8 at all. The message says what it is and what to do. */
    static final class NoTextException extends IOException {
        NoTextException(String reason) {
            super(reason);
        }
    }

    /** The line with invalid UTF-8. */
    static final class NotUtf8Exception extends IOException {
        private final long line;

        NotUtf8Exception(long line) {
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    private CsvText(Reader letters) {
        super(letters);
    }

    static CsvText of(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        bytes.mark(LOOKED_AT);
        byte[] first = bytes.readNBytes(LOOKED_AT);
        bytes.reset();
        if (beginsWithOneOf(first, WORKBOOKS)) {
            throw new NoTextException(
                    "is a workbook of a spreadsheet, not a CSV file: open it and save it as CSV UTF-8 with commas");
        }
        if (beginsWithOneOf(first, UTF_16_MARKS) || indexOf(first, (byte) 0) >= 0)
            throw new NoTextException("is in UTF-16 or no text at all: save it as CSV UTF-8 with commas");
        if (beginsWithOneOf(first, UTF_8_MARK)) bytes.skipNBytes(UTF_8_MARK.length);
        return new CsvText(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NO_LETTER))));
    }

    /** The line of a quotation mark that is not closed, as far as the file has been read. */
    OptionalLong openQuotation() {
        if (brokenFrom > 0) return OptionalLong.of(brokenFrom);
        return in == In.QUOTED ? OptionalLong.of(quotedFrom) : OptionalLong.empty();
    }

    /** Whether the file was read to its end. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] letters, int from, int most) throws IOException {
        int count = super.read(letters, from, most);
        if (count < 0) ended = true;
        for (int i = from; i < from + count; i++) {
            if (letters[i] == NO_LETTER) throw new NotUtf8Exception(line);
            follow(letters[i]);
        }
        return count;
    }

    private void follow(char letter) {
        boolean lineEnds = letter == '\r' || letter == '\n';
        in = switch (in) {
            case FIELD_START -> letter == '"' ? openedHere() : endsField(letter) ? In.FIELD_START : In.PLAIN;
            case PLAIN -> endsField(letter) ? In.FIELD_START : In.PLAIN;
            case QUOTED -> letter == '"' ? In.AFTER_QUOTE : In.QUOTED;
            case AFTER_QUOTE -> letter == '"' ? In.QUOTED : endsField(letter) ? In.FIELD_START : brokenHere();
        };
        if (lineEnds && !(letter == '\n' && before == '\r')) line++;
        before = letter;
    }

    private In openedHere() {
        quotedFrom = line;
        return In.QUOTED;
    }

    private In brokenHere() {
        if (brokenFrom == 0) brokenFrom = quotedFrom;
        return In.PLAIN;
    }

    private static boolean endsField(char letter) {
        return letter == ',' || letter == '\r' || letter == '\n';
    }

    private static boolean beginsWithOneOf(byte[] bytes, byte[]... beginnings) {
        return Arrays.stream(beginnings)
                .anyMatch(beginning -> bytes.length >= beginning.length
                        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length));
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) return i;
        }
        return -1;
    }
}
