package uk.gov.justice.probation.devolution.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A CSV file that somebody opens in a spreadsheet: marked as UTF-8, and no field of it is taken for a formula, whoever
 * wrote it.
 */
public final class SpreadsheetFile {
    private static final String UTF_8_MARK = "\uFEFF";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final StringWriter text = new StringWriter().append(UTF_8_MARK);
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    /** @param header the words of its first line */
    public SpreadsheetFile(Iterable<String> header) {
        csv.writeRecord(header);
    }

    public SpreadsheetFile row(Object... fields) {
        csv.writeRecord(Arrays.stream(fields)
                .map(field -> field == null ? "" : NoFormula.of(field.toString()))
                .toList());
        return this;
    }

    public String text() {
        return text.toString();
    }

    /** As an answer that the browser keeps under this name. */
    public ResponseEntity<byte[]> named(String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes());
    }

    /** As an address that holds the file itself, for what is kept nowhere. */
    public String address() {
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
