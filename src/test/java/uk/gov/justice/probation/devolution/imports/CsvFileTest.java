package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private final BadRows badRows = new BadRows();

    @Test
    void readsRowsWhateverTheOrderOfTheColumns() {
        assertThat(read("b,a\r\n2,1\r\n\"4, four\",3\r\n", row -> row.text("a") + "-" + row.text("b")))
                .containsExactly("1-2", "3-4, four");
        assertThat(badRows.isEmpty()).isTrue();
    }

    @Test
    void takesAByteOrderMarkAndSkipsEmptyLines() {
        assertThat(read("\uFEFFa,b\n1,2\n\n3,4\n", row -> row.line() + row.text("a")))
                .containsExactly("21", "43");
        assertThat(badRows.isEmpty()).isTrue();
    }

    @Test
    void refusesUnknownMissingAndRepeatedColumns() {
        assertThat(read("a,c,c\n1,2,3\n", CsvRow::line)).isEmpty();
        assertThat(report())
                .containsExactly(
                        new BadRow(1, "c", "", "is not a column of this file"),
                        new BadRow(1, "b", "", "is missing"),
                        new BadRow(1, "", "", "names a column twice"));
    }

    @Test
    void aColumnThatCameLaterMayBeMissingAndIsEmptyThen() {
        List<String> read = new ArrayList<>();
        for (String csv : List.of("a,b\n1,2\n", "a,b,c\n1,2,3\n"))
            new CsvFile(List.of("a", "b", "c"), Set.of("c"))
                    .read(
                            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                            badRows,
                            row -> read.add(
                                    row.text("a") + "-" + row.optional("c").text(10)));

        assertThat(badRows.isEmpty()).isTrue();
        assertThat(read).containsExactly("1-null", "1-3");
    }

    @Test
    void refusesAnEmptyFile() {
        read("", CsvRow::line);
        assertThat(report()).containsExactly(new BadRow(1, "", "", "is empty; the first line must name the columns"));
    }

    @Test
    void reportsRowsWithTooFewOrTooManyFieldsAndGoesOn() {
        assertThat(read("a,b\n1\n1,2,3\n1,2\n", CsvRow::line)).containsExactly(4L);
        assertThat(report())
                .containsExactly(
                        new BadRow(2, "", "", "has 1 fields, but the header has 2"),
                        new BadRow(3, "", "", "has 3 fields, but the header has 2"));
    }

    @Test
    void reportsWhereAFileStopsBeingCsv() {
        read("a,b\n1,2\n\"3\"x,4\n", CsvRow::line);
        assertThat(report())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("quotation mark"));
    }

    @Test
    void reportsWhatIsNotUtf8() {
        new CsvFile(List.of("a", "b"))
                .read(
                        new ByteArrayInputStream("a,b\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
                        badRows,
                        row -> {});
        assertThat(report())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("not UTF-8"));
    }

    @Test
    void readsFieldsAsWhatTheyShouldBe() {
        assertThat(one("2021-10-31", field -> field.date())).isEqualTo(LocalDate.of(2021, 10, 31));
        assertThat(one("2021-07-01T10:00:00.1234+01:00", field -> field.moment()))
                .isEqualTo(LocalDateTime.parse("2021-07-01T09:00:00.123"));
        assertThat(one("12", field -> field.integer(1, 12))).isEqualTo(12);
        assertThat(one("0.60", field -> field.decimal("0.01", "1", 2))).isEqualTo(new BigDecimal("0.60"));
        assertThat(one("true", field -> field.flag())).isEqualTo(true);
        assertThat(one("X000001", field -> field.matching(Pattern.compile("[A-Z]\\d{6}"), "no")))
                .isEqualTo("X000001");
        assertThat(one("CRC", field -> field.in(Set.of("CRC", "NPS"), "no"))).isEqualTo("CRC");
        assertThat(one("Zoë O'Neill", field -> field.text(20))).isEqualTo("Zoë O'Neill");
        assertThat(one("", field -> field.date())).isNull();
        assertThat(badRows.isEmpty()).isTrue();
    }

    @Test
    void reportsWhatAFieldIsNot() {
        assertThat(one("31/10/2021", field -> field.date())).isNull();
        assertThat(one("2021-02-30", field -> field.date())).isNull();
        assertThat(one("2021-10-31", field -> field.moment())).isNull();
        assertThat(one("13", field -> field.integer(1, 12))).isNull();
        assertThat(one("99999999999", field -> field.integer(1, 12))).isNull();
        assertThat(one("0.625", field -> field.decimal("0.01", "1", 2))).isNull();
        assertThat(one("yes", field -> field.flag())).isNull();
        assertThat(one("crc", field -> field.in(Set.of("CRC"), "must be CRC"))).isNull();
        assertThat(one("\u00a0CRC", field -> field.text(20))).isNull();
        assertThat(one("\"a\nb\"", field -> field.text(20))).isNull();
        assertThat(one("abcdef", field -> field.text(5))).isNull();
        assertThat(report()).hasSize(11).allSatisfy(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.column()).isEqualTo("a");
            assertThat(bad.reason()).isNotBlank();
        });
        assertThat(report())
                .contains(
                        new BadRow(2, "a", "crc", "must be CRC"),
                        new BadRow(
                                2,
                                "a",
                                "31/10/2021",
                                "must be a date such as 2021-10-31: in the spreadsheet, give the column the format yyyy-mm-dd"));
    }

    @Test
    void aRequiredFieldMayNotBeEmpty() {
        read("a,b\n,2\n", row -> row.required("a").date());
        assertThat(report()).containsExactly(new BadRow(2, "a", "", "is missing"));
    }

    @Test
    void listsTheFirstThousandProblemsAndCountsTheRest() {
        StringBuilder csv = new StringBuilder("a,b\n");
        for (int i = 0; i < 2_500; i++) csv.append(i).append(",\n");
        read(csv.toString(), row -> {
            row.reject("a", "is wrong in its own way " + row.text("a"));
            return null;
        });
        assertThatThrownBy(() -> badRows.refuse("test"))
                .isInstanceOfSatisfying(ImportRefusedException.class, refused -> {
                    assertThat(refused.badRows()).hasSize(1_000);
                    assertThat(refused.total()).isEqualTo(2_500);
                    assertThat(refused)
                            .hasMessage("The file 'test' was not imported: 2500 problem(s), the first in line 2");
                });
    }

    private Object one(String value, Function<CsvRow.Field, ?> read) {
        List<Object> values = new ArrayList<>();
        new CsvFile(List.of("a", "b"))
                .read(
                        new ByteArrayInputStream(("a,b\n" + value + ",1\n").getBytes(StandardCharsets.UTF_8)),
                        badRows,
                        row -> values.add(read.apply(row.optional("a"))));
        return values.getFirst();
    }

    private <T> List<T> read(String csv, Function<CsvRow, T> each) {
        List<T> values = new ArrayList<>();
        new CsvFile(List.of("a", "b"))
                .read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        badRows,
                        row -> values.add(each.apply(row)));
        return values;
    }

    private List<BadRow> report() {
        try {
            badRows.refuse("test");
            return List.of();
        } catch (ImportRefusedException refused) {
            return refused.badRows();
        }
    }
}
