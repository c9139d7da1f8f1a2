package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.database.ReferenceRows;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Bank holidays come by a file, and the working calendar has them without a restart. */
abstract class BankHolidayImportTest extends ImportTest {
    private static final String HEADER = "date,title\n";
    private static final String OF_2036 = """
        2036-01-01,New Year’s Day
        2036-04-11,Good Friday
        2036-04-14,Easter Monday
        2036-05-05,Early May bank holiday
        2036-05-26,Spring bank holiday
        2036-08-25,Summer bank holiday
        2036-12-25,Christmas Day
        2036-12-26,Boxing Day
        """;
    private static final LocalDate CHRISTMAS = LocalDate.of(2036, 12, 24);

    @Autowired
    DataSource dataSource;

    @Autowired
    WorkingDays workingDays;

    private ReferenceRows before;

    @BeforeEach
    void remember() {
        before = ReferenceRows.of(dataSource);
    }

    @AfterEach
    void putBack() {
        before.putBack();
    }

    @Test
    void theCalendarHasThemAtOnce() {
        assertThatThrownBy(() -> workingDays.calendar().plus(CHRISTMAS, 1)).isInstanceOf(BeyondCalendarException.class);

        assertThat(take("bank-holidays", HEADER + OF_2036)).isEqualTo(new ImportCounts("bank-holidays", 8, 8, 0, 0));

        assertThat(workingDays.calendar().plus(CHRISTMAS, 1)).isEqualTo("2036-12-29");
    }

    @Test
    void anotherReplicaHasThemWithinAMinute() {
        clock.set("2021-10-04T08:00:00Z");
        workingDays.calendar();
        take("bank-holidays", HEADER + OF_2036);
        workingDays.calendar();
        before.putBack();
        assertThat(workingDays.calendar().lastKnown()).isEqualTo("2036-12-31");

        clock.set("2021-10-04T08:01:01Z");

        assertThat(workingDays.calendar().lastKnown()).isEqualTo("2035-12-31");
    }

    @Test
    void theFileOfGovUkIsTakenAsItIs() {
        String published = """
            {"england-and-wales":{"division":"england-and-wales","events":[%s]},
             "scotland":{"division":"scotland","events":[{"title":"2nd January","date":"2036-01-02","notes":"","bunting":true}]}}
            """.formatted(String.join(
                ",",
                OF_2036.lines()
                        .map(line -> line.split(","))
                        .map(day -> "{\"title\":\"%s\",\"date\":\"%s\",\"notes\":\"\",\"bunting\":true}"
                                .formatted(day[1], day[0]))
                        .toList()));

        assertThat(take("bank-holidays", published)).isEqualTo(new ImportCounts("bank-holidays", 8, 8, 0, 0));
        assertThat(take("bank-holidays", published)).isEqualTo(new ImportCounts("bank-holidays", 8, 0, 0, 8));
        assertThat(count("SELECT COUNT(*) FROM bank_holiday WHERE day = '2036-01-02'"))
                .as("in Scotland alone")
                .isZero();
        assertThat(refused("bank-holidays", "{\"events\":[]}"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("not the file that gov.uk publishes"));
        assertThat(refused("bank-holidays", "{\"england")).hasSize(1);
    }

    @Test
    void aFileSaysAllOfAYear() {
        take("bank-holidays", HEADER + OF_2036);
        String moved = OF_2036.replace("2036-05-05,Early May bank holiday", "2036-05-09,Bank holiday of that year");

        ImportCounts counts = take("bank-holidays", HEADER + moved.replace("Boxing Day", "St Stephen’s Day"));

        assertThat(counts).isEqualTo(new ImportCounts("bank-holidays", 8, 1, 1, 6, List.of("2036-05-05")));
        assertThat(workingDays.calendar().isWorkingDay(LocalDate.of(2036, 5, 5)))
                .isTrue();
        assertThat(workingDays.calendar().isWorkingDay(LocalDate.of(2036, 5, 9)))
                .isFalse();
    }

    @Test
    void noYearIsKnownInPartAndNoneIsLeftOut() {
        assertThat(refused("bank-holidays", HEADER + "2036-01-01,New Year’s Day\n"))
                .containsExactly(new BadRow(
                        2,
                        "date",
                        "2036",
                        "has 1 bank holidays in this file, and every year has at least 8: name all of them"));
        assertThat(refused("bank-holidays", HEADER + OF_2036.replace("2036", "2042")))
                .extracting(BadRow::reason)
                .contains("leaves out 2041, of which no bank holiday is known: name those of that year too");
        assertThat(refused("bank-holidays", HEADER + OF_2036.replace("2036-12-26", "2036-12-27")))
                .extracting(BadRow::line, BadRow::reason)
                .contains(tuple(9L, "is at a weekend: name the substitute day"));
        assertThat(count("SELECT COUNT(*) FROM bank_holiday WHERE day > '2035-12-31'"))
                .isZero();
    }

    @Test
    void onlyTheServiceOwnerBringsThem() {
        assertThatThrownBy(() -> take("bank-holidays", HEADER + OF_2036, colleague("hr-nw")))
                .isInstanceOf(NotAllowedException.class);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class BankHolidayImportOnMariaDbTest extends BankHolidayImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class BankHolidayImportOnMySqlTest extends BankHolidayImportTest {}
