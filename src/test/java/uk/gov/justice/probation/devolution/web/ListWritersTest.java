package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListWritersTest {
    private static final List<String> HEADER = List.of("Case", "Due", "Left");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "  =1",
                "\"=1",
                "ok;=1",
                "ok,+1",
                "ok\t@x",
                "ok; -2",
                "ok|=1",
                "ok\n=cmd|' /C calc'!A0"
            })
    void noTextIsTakenForAFormulaAtTheBeginningOfACellOrAfterASeparator(String text) throws IOException {
        assertThat(NoFormula.of(text)).hasSizeGreaterThan(text.length()).contains("'");
        assertThat(CsvReader.builder().ofCsvRecord(csv(text, null, null)).stream()
                        .toList()
                        .getLast()
                        .getField(0))
                .isEqualTo(NoFormula.of(text));
        assertThat(cells(xlsx(text))).doesNotContain(text).contains(NoFormula.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRN X000123, event 1", "H-NW-5", "ann@example.org", "a - b", "1 + 1 = 2", "O'Neil"})
    void textThatNoSpreadsheetReadsAsAFormulaStaysAsItIs(String text) {
        assertThat(NoFormula.of(text)).isEqualTo(text);
    }

    @Test
    void csvHasNumbersAsNumbersDaysThatEverySpreadsheetReadsAndEveryCellQuoted() throws IOException {
        assertThat(csv("a \"b\"", LocalDate.of(2026, 12, 5), -98))
                .isEqualTo("\uFEFF\"Case\",\"Due\",\"Left\"\r\n\"a \"\"b\"\"\",\"2026-12-05\",\"-98\"\r\n");
        assertThat(csv(null, LocalDateTime.of(2026, 12, 5, 14, 5), 0.5))
                .endsWith("\"\",\"2026-12-05 14:05\",\"0.5\"\r\n");
    }

    @Test
    void aSpreadsheetHasNumbersAndDaysByTheirValueAndNoFormula() throws IOException {
        String sheet = xlsx("<b>&\u0001", LocalDate.of(2026, 12, 5), -98);
        assertThat(sheet).contains("<v>46361", "<v>-98</v>", "&lt;b&gt;&amp;").doesNotContain("<f>", "\u0001");
        assertThat(xlsx("a", LocalDateTime.of(2026, 12, 5, 12, 0), 1)).contains("<v>46361.5</v>");
    }

    @Test
    void aTextLongerThanACellHoldsIsCut() throws IOException {
        assertThat(cells(xlsx("x".repeat(40_000)))).anyMatch(cell -> cell.length() == 32_767);
    }

    @ParameterizedTest
    @EnumSource(ListFormat.class)
    void nothingOfALongListIsKept(ListFormat format) throws IOException {
        List<WeakReference<Object>> first = new ArrayList<>();
        WholeList<Object> list = WholeList.of("long", (atMost, before) -> {
                    if (before == 19_000) assertThat(first).allMatch(ListWritersTest::isGone);
                    List<Object> part = IntStream.range(before, Math.min(20_000, before + atMost))
                            .<Object>mapToObj(number -> new StringBuilder("Line ").append(number))
                            .toList();
                    if (before == 0) part.forEach(line -> first.add(new WeakReference<>(line)));
                    return part;
                })
                .column("Line", line -> line);
        int lines = 0;
        try (ListWriter writer = format.writer(OutputStream.nullOutputStream(), "long", list.header())) {
            for (Iterator<List<Object>> rows = list.rows(); rows.hasNext(); lines++) writer.row(rows.next());
        }
        assertThat(lines).isEqualTo(20_000);
        assertThat(first).hasSize(1000);
    }

    private static boolean isGone(WeakReference<?> line) {
        for (int tries = 0; line.get() != null && tries < 10; tries++) System.gc();
        return line.get() == null;
    }

    private static String csv(Object... cells) throws IOException {
        return new String(file(ListFormat.CSV, cells), StandardCharsets.UTF_8);
    }

    private static byte[] file(ListFormat format, Object... cells) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ListWriter writer = format.writer(file, "cases", HEADER)) {
            writer.row(Arrays.asList(cells));
        }
        return file.toByteArray();
    }

    private String xlsx(Object... cells) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), file(ListFormat.XLSX, cells));
        try (ZipFile parts = new ZipFile(file.toFile())) {
            return new String(
                    parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static List<String> cells(String sheet) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));
            var texts = document.getElementsByTagName("t");
            return IntStream.range(0, texts.getLength())
                    .mapToObj(number -> texts.item(number).getTextContent())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
