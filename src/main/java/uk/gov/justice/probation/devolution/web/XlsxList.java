package uk.gov.justice.probation.devolution.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a spreadsheet: one sheet, and another where there are more lines than a sheet can hold. */
final class XlsxList implements ListWriter {
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int KEPT = 500;
    private static final int WIDTH = 24;

    private final String name;
    private final List<String> header;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxList(OutputStream file, String name, List<String> header) {
        this.name = name;
        this.header = header;
        this.workbook = new Workbook(file, "PSC Devolution", "1.0");
        begin();
    }

    private void begin() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, header.get(column));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            begin();
        }
        for (int column = 0; column < cells.size(); column++) cell(column, cells.get(column));
        row++;
        if (row % KEPT == 0) sheet.flush();
    }

    private void cell(int column, Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("d mmm yyyy").set();
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("d mmm yyyy hh:mm").set();
            }
            default -> sheet.inlineString(row, column, readable(NoFormula.of(cell.toString())));
        }
    }

    private static String readable(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
