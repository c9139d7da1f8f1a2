package uk.gov.justice.probation.devolution.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The file of bank holidays that gov.uk publishes as JSON, of which England and Wales are one part. */
final class GovUkBankHolidays {
    private static final String DIVISION = "england-and-wales";
    private static final int LARGEST = 1 << 20;
    private static final String OTHER =
            "is JSON, but not the file that gov.uk publishes of bank holidays: send that one, or a CSV file";

    private GovUkBankHolidays() {}

    /** Anything but JSON is left as it is. */
    static InputStream asCsv(String file, InputStream sent) throws IOException {
        var bytes = new BufferedInputStream(sent);
        bytes.mark(1);
        boolean json = bytes.read() == '{';
        bytes.reset();
        if (!json) return bytes;
        JsonNode published =
                published(bytes.readNBytes(LARGEST), file).path(DIVISION).path("events");
        if (!published.isArray()) throw refused(file);
        var csv = new StringWriter();
        CsvWriter rows = CsvWriter.builder().build(csv);
        rows.writeRecord("date", "title");
        published.forEach(day ->
                rows.writeRecord(day.path("date").asText(), day.path("title").asText()));
        rows.close();
        return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode published(byte[] json, String file) throws IOException {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException notJson) {
            throw refused(file);
        }
    }

    private static ImportRefusedException refused(String file) {
        return new ImportRefusedException(file, List.of(new BadRow(1, "", "", OTHER)));
    }
}
