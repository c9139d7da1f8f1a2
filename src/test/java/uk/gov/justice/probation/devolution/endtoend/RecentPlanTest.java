package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.web.SomePlan;

class RecentPlanTest {
    private static final List<String> DAYS = List.of("window_start", "due");

    /** For a story that runs on any day, on a Monday as on a Sunday. */
    @Test
    void itIsThePlanWithTheLastDayOfSouthCentralAWeekOrTwoAgo() throws IOException {
        List<NamedCsvRecord> planned = rows(new String(SomePlan.csv(), StandardCharsets.UTF_8));
        for (int later = 0; later < 7; later++) {
            LocalDate today = LocalDate.of(2026, 11, 30).plusDays(later);
            RecentPlan plan = new RecentPlan(today);
            List<NamedCsvRecord> recent = rows(plan.csv());

            assertThat(recent).hasSameSizeAs(planned);
            for (int row = 0; row < planned.size(); row++) {
                Map<String, String> before = planned.get(row).getFieldsAsMap();
                Map<String, String> after = recent.get(row).getFieldsAsMap();
                before.forEach((column, value) -> assertThat(after.get(column))
                        .as(column)
                        .isEqualTo(
                                DAYS.contains(column) && !value.isEmpty()
                                        ? plan.day(LocalDate.parse(value)).toString()
                                        : value));
            }
            LocalDate last = recent.stream()
                    .filter(row -> row.getField("region").contains("SC"))
                    .flatMap(row -> DAYS.stream().map(row::getField))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            assertThat(last)
                    .isEqualTo(plan.day(RecentPlan.LAST_DUE))
                    .isBetween(today.minusDays(13), today.minusDays(7));
            assertThat(last.getDayOfWeek()).isEqualTo(RecentPlan.LAST_DUE.getDayOfWeek());
        }
    }

    private static List<NamedCsvRecord> rows(String csv) {
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv).stream()) {
            return rows.toList();
        }
    }
}
