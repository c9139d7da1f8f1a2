package uk.gov.justice.probation.devolution.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A list as CSV, marked as UTF-8; every cell is quoted, so that none ends at another separator. */
final class CsvList implements ListWriter {
    private static final String UTF_8_MARK = "\uFEFF";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CsvWriter csv;

    CsvList(OutputStream file, List<String> header) throws IOException {
        Writer text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
        text.write(UTF_8_MARK);
        csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text);
        row(header);
    }

    @Override
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream().map(CsvList::text).toList());
    }

    private static String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal exact -> exact.toPlainString();
            case Number number -> number.toString();
            case LocalDateTime moment -> moment.format(MOMENT);
            default -> NoFormula.of(cell.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
