package uk.gov.justice.probation.devolution.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.BankHolidaysChanged;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports the bank holidays of England and Wales, as CSV or as gov.uk publishes them. A file says all of each year that
 * it names.
 */
@Component
class BankHolidayImport implements StagedImport {
    private static final int FEWEST_A_YEAR = 8;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    BankHolidayImport(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Year(int year, long line, int days) {}

    @Override
    public String file() {
        return "bank-holidays";
    }

    @Override
    public String purpose() {
        return "The bank holidays of England and Wales, all of each year that the file names. The file at gov.uk/bank-holidays.json can be imported as it is.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column(
                        "date",
                        "the day, or its substitute day if it is at a weekend, such as 2036-01-01",
                        "2036-01-01"),
                new Column("title", "its name, at most 60 characters", "New Year's Day"));
    }

    @Override
    public String accepts() {
        return StagedImport.super.accepts() + ",.json,application/json";
    }

    @Override
    public InputStream asCsv(InputStream sent) throws IOException {
        return GovUkBankHolidays.asCsv(file(), sent);
    }

    @Override
    public String table() {
        return "staged_bank_holiday";
    }

    @Override
    public List<String> definition() {
        return List.of("day DATE", "name VARCHAR(60)", "KEY (day)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var days = new DistinctKeys("date");
        return row -> {
            LocalDate day = row.required("date").date();
            if (day != null && WEEKEND.contains(day.getDayOfWeek()))
                row.reject("date", "is at a weekend: name the substitute day");
            if (day != null) days.add(row, day.toString());
            return new Object[] {day, row.required("title").text(60)};
        };
    }

    /** A year of which only some days are known, or none, would be counted wrongly. */
    @Override
    public void check(BadRows badRows, Colleague importer) {
        List<Year> named = named();
        NavigableSet<Integer> years = new TreeSet<>(jdbc.sql("SELECT DISTINCT YEAR(day) FROM bank_holiday")
                .query(Integer.class)
                .list());
        named.forEach(year -> years.add(year.year()));
        for (Year year : named) {
            if (year.days() < FEWEST_A_YEAR)
                badRows.add(
                        year.line(),
                        "date",
                        Integer.toString(year.year()),
                        "has %d bank holidays in this file, and every year has at least %d: name all of them"
                                .formatted(year.days(), FEWEST_A_YEAR));
            boolean gapBefore = year.year() > years.first() && !years.contains(year.year() - 1);
            boolean gapAfter = year.year() < years.last() && !years.contains(year.year() + 1);
            if (gapBefore || gapAfter)
                badRows.add(
                        year.line(),
                        "date",
                        Integer.toString(year.year()),
                        "leaves out %d, of which no bank holiday is known: name those of that year too"
                                .formatted(gapBefore ? year.year() - 1 : year.year() + 1));
        }
    }

    private List<Year> named() {
        return jdbc.sql(
                        "SELECT YEAR(day), MIN(line), COUNT(*) FROM staged_bank_holiday WHERE day IS NOT NULL GROUP BY YEAR(day) ORDER BY 1")
                .query((row, n) -> new Year(row.getInt(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    @Override
    public Taken take(Colleague importer) {
        Set<Integer> years = new HashSet<>();
        named().forEach(year -> years.add(year.year()));
        List<LocalDate> removed = years.isEmpty()
                ? List.of()
                : jdbc.sql("""
            SELECT t.day FROM bank_holiday t LEFT JOIN staged_bank_holiday s ON s.day = t.day
            WHERE s.day IS NULL AND YEAR(t.day) IN (:years) ORDER BY t.day FOR UPDATE
            """).param("years", years).query(LocalDate.class).list();
        if (!removed.isEmpty())
            jdbc.sql("DELETE FROM bank_holiday WHERE day IN (:days)")
                    .param("days", removed)
                    .update();
        int changed = jdbc.sql("SELECT COUNT(*) FROM staged_bank_holiday s JOIN bank_holiday t ON t.day = s.day WHERE "
                        + Contradictions.differs("s", "t", "name"))
                .query(Integer.class)
                .single();
        jdbc.sql("UPDATE bank_holiday t JOIN staged_bank_holiday s ON s.day = t.day SET t.name = s.name")
                .update();
        int added = jdbc.sql("""
            INSERT INTO bank_holiday (day, name)
            SELECT s.day, s.name FROM staged_bank_holiday s LEFT JOIN bank_holiday t ON t.day = s.day WHERE t.day IS NULL
            """).update();
        events.publishEvent(new BankHolidaysChanged());
        return new Taken(
                added, changed, removed.stream().map(LocalDate::toString).toList());
    }
}
