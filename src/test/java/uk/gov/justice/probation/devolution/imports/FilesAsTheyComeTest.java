package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;

/**
 * Files as spreadsheets, other systems and people in a hurry make them (in {@code src/test/resources/cases}), and the
 * response to each.
 */
@DomainTest
abstract class FilesAsTheyComeTest {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));
    private static final Pattern DAY_TO_COME = Pattern.compile("2026-1[12]-\\d\\d");
    private static final LocalDate WRITTEN_IN = LocalDate.of(2026, 11, 23);
    private static final String STAFF = """
      staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
      """;
    private static final String PERSON =
            "TB001,Zoë Example,zoe@example.gov.uk,CA,1,NW_10,TEAM_NW_ADMIN,,NW,2020-01-06,20,CLEARED,L20,,\n";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    SessionNotes notes;

    @Test
    void aByteOrderMarkQuotedNamesRowsOfCommasAndFlagsInCapitalsComeFromSpreadsheets() {
        assertThat(take("staff", "01-bom-quoted-header.csv")).isEqualTo(new ImportCounts("staff", 1, 1, 0, 0));
        assertThat(take("staff", "02-trailing-comma-rows.csv")).isEqualTo(new ImportCounts("staff", 1, 1, 0, 0));
        assertThat(take("cases", "04-excel-booleans.csv")).isEqualTo(new ImportCounts("cases", 1, 1, 0, 0));
        assertThat(strings("SELECT CONCAT(standalone_upw, limited_access) FROM probation_case"))
                .containsExactly("10");
    }

    @Test
    void blanksAroundAFieldColumnsWithoutANameShortTimesAndOldLineEndsDoToo() {
        take("sites", "base-sites.csv");
        assertThat(taken(
                                "staff",
                                (STAFF.strip() + ",,\n"
                                                + PERSON.strip()
                                                        .replace(",CA,", ", CA ,")
                                                        .replace(",20,", ",20 ,") + ",,\n")
                                        .replace('\n', '\r'))
                        .added())
                .isEqualTo(1);
        assertThat(strings("SELECT CONCAT(grade, '/', experience_months) FROM staff"))
                .containsExactly("CA/20");
        String project = text("base-upw-projects.csv");
        assertThat(taken("upw-projects", project.replace("09:00,16:00", "9:00,16:00:00"))
                        .added())
                .isEqualTo(1);
        assertThat(strings("SELECT CONCAT(start_time, '/', end_time) FROM upw_project"))
                .containsExactly("09:00:00/16:00:00");
    }

    @Test
    void whatIsNoCsvWithCommasIsToldInOneSentence() {
        assertThat(refused("staff", "03-semicolon.csv"))
                .containsExactly(whole(1, "The columns are separated by semicolons. Save the file as CSV with commas"));
        String file = STAFF + PERSON;
        assertThat(refusal("staff", bytes(file.replace(',', '\t'), StandardCharsets.UTF_8)))
                .containsExactly(whole(1, "The columns are separated by tabs. Save the file as CSV with commas"));
        assertThat(refusal("staff", bytes("\uFEFF" + file, StandardCharsets.UTF_16LE)))
                .containsExactly(whole(1, "is in UTF-16 or no text at all: save it as CSV UTF-8 with commas"));
        assertThat(refusal("staff", bytes(file, StandardCharsets.UTF_16BE)))
                .containsExactly(whole(1, "is in UTF-16 or no text at all: save it as CSV UTF-8 with commas"));
        assertThat(refusal("staff", bytes(file, Charset.forName("windows-1252"))))
                .containsExactly(
                        whole(
                                2,
                                "has a letter that is not UTF-8, so that the file cannot be read from here on: save it as CSV UTF-8 with commas"));
        assertThat(refusal("staff", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0}))
                .containsExactly(
                        whole(
                                1,
                                "is a workbook of a spreadsheet, not a CSV file: open it and save it as CSV UTF-8 with commas"));
    }

    @Test
    void aDateAsASpreadsheetWritesItIsToldHowToBeWritten() {
        for (String date : List.of("06/01/2020", "6-Jan-20", "43836", "06.01.2020 00:00")) {
            assertThat(refusal("staff", bytes(STAFF + PERSON.replace("2020-01-06", date), StandardCharsets.UTF_8)))
                    .containsExactly(
                            new BadRow(
                                    2,
                                    "startDate",
                                    date,
                                    "must be a date such as 2021-10-31: in the spreadsheet, give the column the format yyyy-mm-dd"));
        }
    }

    @Test
    void anAddressThatLettersCannotBeSentToIsABadRow() {
        assertThat(refused("staff", "05-emails-notify-refuses.csv"))
                .hasSize(10)
                .allSatisfy(bad -> {
                    assertThat(bad.column()).isEqualTo("email");
                    assertThat(bad.reason()).isEqualTo("is not an email address that letters can be sent to");
                })
                .extracting(BadRow::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void aNameOfWhichSomethingCannotBeSeenIsABadRow() {
        assertThat(refused("staff", "06-names-invisible.csv"))
                .extracting(BadRow::line, BadRow::column, BadRow::reason)
                .containsExactly(
                        tuple(
                                2L,
                                "displayName",
                                "has a character that cannot be seen (U+00A0): type it again without it"),
                        tuple(
                                3L,
                                "displayName",
                                "has a character that cannot be seen (U+200B): type it again without it"),
                        tuple(
                                4L,
                                "displayName",
                                "has a character that cannot be seen (U+00A0): type it again without it"),
                        tuple(
                                5L,
                                "displayName",
                                "has a character that cannot be seen (U+202E): type it again without it"));
        assertThat(refusal("staff", bytes(STAFF + PERSON.replace("Zoë Example", "..."), StandardCharsets.UTF_8)))
                .containsExactly(new BadRow(2, "displayName", "...", "has no letter"));
        assertThat(taken("staff", STAFF + PERSON.replace("Zoë Example", "محمد علی‌رضا 李小龍"))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void aNameInDecomposedLettersIsTheSameName() {
        taken("staff", STAFF + PERSON);
        assertThat(taken("staff", STAFF + PERSON.replace("Zoë", "Zoe\u0308")))
                .isEqualTo(new ImportCounts("staff", 1, 0, 0, 1));
    }

    @Test
    void keysThatDifferInCaseAreTwoInJavaAndInTheDatabase() {
        ordersForSessions();
        assertThat(taken("upw-sessions", text("10-refs-differ-by-case-500.csv")))
                .isEqualTo(new ImportCounts("upw-sessions", 2, 2, 0, 0));
        oneOrder();
        assertThat(taken("upw-sessions", text("sessions-keys-differ-in-case.csv")))
                .isEqualTo(new ImportCounts("upw-sessions", 2, 2, 0, 0));
        assertThat(strings(
                        "SELECT session_reference FROM upw_session WHERE session_reference IN ('TBcase/1', 'QQ/C1')"))
                .containsExactlyInAnyOrder("TBcase/1", "QQ/C1");
        assertThat(take("plan", "plan-ids-differ-in-case.csv")).isEqualTo(new ImportCounts("plan", 2, 2, 0, 0));
        take("case-components", "base-case-components.csv");
        assertThat(taken("case-components", text("base-case-components.csv").replace("REF1", "ref1")))
                .isEqualTo(new ImportCounts("case-components", 1, 1, 0, 0));
    }

    @Test
    void aNoteIsNotLostByASecondSpellingOfItsKey() {
        oneOrder();
        assertThat(taken("upw-sessions", text("session-note-lost-1.csv")).added())
                .isEqualTo(1);
        assertThat(taken("upw-sessions", text("session-note-lost-2.csv")).added())
                .isEqualTo(1);
        assertThat(note("QQ/Y1")).isEqualTo("A note that must be readable");
        assertThat(refused("upw-sessions", text("session-note-lost-3.csv").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(bad -> assertThat(bad.column() + " " + bad.reason())
                        .startsWith("version is an old one: the session was changed since it was read"));
        assertThat(taken("upw-sessions", text("session-note-lost-3.csv").replace("false,2", "false,1"))
                        .changed())
                .isEqualTo(1);
        assertThat(note("QQ/y1")).isEqualTo("A note that must be readable");
        assertThat(note("QQ/Y1")).isEqualTo("A note that must be readable");
    }

    @Test
    void aNoteThatWasLostBeforeDoesNotStopAFile() {
        oneOrder();
        taken("upw-sessions", text("session-note-lost-2.csv"));
        given.allSessions().reference("QQ/y1").version(2).save();
        assertThat(taken("upw-sessions", text("session-note-lost-3.csv")).changed())
                .isEqualTo(1);
        assertThat(note("QQ/y1")).isEqualTo("A note that must be readable");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsToldWithItsLine() {
        String reason = "has a quotation mark that is not closed, so that the file cannot be read from here on";
        oneOrder();
        assertThat(refused("upw-sessions", "sessions-notes-last-unclosed-quote.csv"))
                .containsExactly(whole(2, reason));
        assertThat(refused("cases", "cases-unclosed-quote.csv")).containsExactly(whole(3, reason));
        assertThat(refusal(
                        "staff",
                        bytes(STAFF + PERSON + PERSON.replace("Zoë", "\"Zoë\"x") + PERSON, StandardCharsets.UTF_8)))
                .containsExactly(whole(3, reason));
    }

    @Test
    void oneReadingFindsEveryBadRow() {
        taken("cases", text("base-cases.csv").replace("Z900001", "Z900100").replace("false,1", "false,2"));
        assertThat(refused("cases", "cases-second-fault-hidden.csv"))
                .containsExactly(
                        new BadRow(2, "startDate", "x", "must be a date such as 2021-10-31"),
                        new BadRow(3, "version", "1", "goes back: version 2 is known already"));
        assertThat(refused("plan", "plan-overlap-hidden.csv"))
                .containsExactly(
                        new BadRow(2, "due", "2020-01-01", "lies before window_start (2021-11-01)"),
                        new BadRow(
                                3,
                                "scope",
                                "",
                                "overlaps with A in line 2: the same unit could lose the same case's service to both"));
    }

    @Test
    void nobodyManagesWhoManagesThem() {
        assertThat(refused("staff", "staff-manage-each-other.csv"))
                .containsExactly(
                        new BadRow(
                                2,
                                "lineManagerStaffNumber",
                                "ZZTB2",
                                "makes a circle: ZZTB1, ZZTB2 would manage each other"),
                        new BadRow(
                                3,
                                "lineManagerStaffNumber",
                                "ZZTB1",
                                "makes a circle: ZZTB1, ZZTB2 would manage each other"));
        taken("staff", STAFF + PERSON + PERSON.replace("TB001", "TB002").replace(",,NW", ",TB001,NW"));
        assertThat(refusal("staff", bytes(STAFF + PERSON.replace(",,NW", ",TB002,NW"), StandardCharsets.UTF_8)))
                .containsExactly(new BadRow(
                        2, "lineManagerStaffNumber", "TB002", "makes a circle: TB001, TB002 would manage each other"));
    }

    @Test
    void aStaffFileOfAConsultationHasOnlyWhoIsConsulted() throws IOException {
        NotPossibleNow refused;
        try (InputStream staff =
                new ByteArrayInputStream(text("staff-psos-of-wakefield.csv").getBytes(StandardCharsets.UTF_8))) {
            refused = catchThrowableOfType(
                    NotPossibleNow.class,
                    () -> launching.launch(
                            new Launch("EM", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", null, null, null),
                            staff,
                            OWNER));
        }
        assertThat(refused.reasons())
                .containsExactly(
                        "The file has people who are not in scope, because of their unit or grade: EM9001, EM9002, EM9003, EM9004. Leave them out, or consult their unit and grade too.");
        assertThat(strings("SELECT staff_number FROM staff")).isEmpty();
        assertThat(strings("SELECT title FROM consultation")).isEmpty();
    }

    @Test
    void aPlanIsRefusedWithEveryReason() {
        assertThat(plan("plan-region-bar.csv")).containsExactly("2 region has nothing before or after a |");
        assertThat(plan("plan-region-twice.csv")).containsExactly("2 region names EM twice");
        assertThat(plan("plan-handover-to-another-region.csv"))
                .containsExactly("2 to_unit is not the unit of the region NW");
        assertThat(plan("plan-service-in-lower-case.csv")).containsExactly("2 service is not a service");
        assertThat(plan("plan-window-10000.csv")).containsExactly("2 window_start must be of a year from 1900 to 2099");
        assertThat(plan("plan-from-unit-too-long.csv")).containsExactly("2 from_unit is longer than 100 characters");
        assertThat(plan("plan-gates-too-long.csv"))
                .containsExactly("2 gates is longer than 100 characters", "2 gates names BRIEFING twice");
        assertThat(plan("plan-cyclic-site-moves.csv"))
                .containsExactly("3 to_unit moves work in a circle: M1 in line 2 moves it back");
        assertThat(plan("plan-site-move-after-the-handover-it-feeds.csv"))
                .containsExactly(
                        "3 window_start is before M1 in line 2, which moves the work to PSC_LIVERPOOL first (2022-06-01)");
        assertThat(plan("plan-odd-but-taken.csv"))
                .containsExactlyInAnyOrder(
                        "2 service is not a service",
                        "2 scope is not a scope",
                        "4 to_unit moves work in a circle: C-1 in line 3 moves it back",
                        "5 to_unit is not the unit of the region GM",
                        "6 region names EM twice",
                        "6 gates names BRIEFING twice",
                        "8 window_start is before S-1 in line 7, which moves the work to PSC_LIVERPOOL first (2022-06-01)",
                        "9 region has nothing before or after a |",
                        "10 service is not a service of a case: only a milestone can have it");
        assertThat(strings("SELECT id FROM plan_row")).isEmpty();
    }

    @Test
    void whatANewPlanNoLongerHasIsNamed() {
        taken("plan", text("plan-ids-differ-in-case.csv"));
        assertThat(taken("plan", text("plan-ids-differ-in-case.csv").replace("H-A,", "H-B,")))
                .isEqualTo(new ImportCounts("plan", 2, 1, 0, 1, List.of("H-A")));
    }

    @Test
    void fiveHundredRowsThatOverlapAreToldInSeconds() {
        StringBuilder plan = new StringBuilder(
                "id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note\n");
        for (int i = 0; i < 500; i++)
            plan.append("P-")
                    .append(i)
                    .append(
                            ",HANDOVER,NW,GENERAL_ADMINISTRATION,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2022-01-31,yes,BRIEFING,\n");
        long begun = System.nanoTime();
        List<BadRow> bad = refusal("plan", bytes(plan.toString(), StandardCharsets.UTF_8));
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(5);
        assertThat(bad).extracting(BadRow::line).contains(3L, 501L).doesNotContain(2L);
    }

    private void ordersForSessions() {
        take("cases", "base-tb-cases.csv");
        take("upw-projects", "base-tb-projects.csv");
        take("upw-requirements", "base-tb-requirements.csv");
    }

    private void oneOrder() {
        take("cases", "base-cases.csv");
        take("upw-projects", "base-upw-projects.csv");
        take("upw-requirements", "base-upw-requirements.csv");
    }

    private List<String> plan(String name) {
        return refused("plan", name).stream()
                .map(bad -> "%d %s %s".formatted(bad.line(), bad.column(), bad.reason()))
                .toList();
    }

    private String note(String reference) {
        return notes.open(
                reference,
                jdbc.sql("SELECT notes FROM upw_session WHERE session_reference = ?")
                        .param(reference)
                        .query(byte[].class)
                        .single());
    }

    private ImportCounts take(String file, String name) {
        return imports.take(file, new ByteArrayInputStream(content(name)), OWNER);
    }

    private ImportCounts taken(String file, String csv) {
        return imports.take(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OWNER);
    }

    private List<BadRow> refused(String file, String name) {
        return refusal(file, content(name));
    }

    private List<BadRow> refused(String file, byte[] content) {
        return refusal(file, content);
    }

    private List<BadRow> refusal(String file, byte[] content) {
        return catchThrowableOfType(
                        ImportRefusedException.class,
                        () -> imports.take(file, new ByteArrayInputStream(content), OWNER))
                .badRows();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static BadRow whole(long line, String reason) {
        return new BadRow(line, "", "", reason);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] content(String name) {
        try (InputStream content = FilesAsTheyComeTest.class.getResourceAsStream("/cases/" + name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, with its future days moved so that they are still in the future. */
    private static String text(String name) {
        LocalDate monday = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long weeks = Math.max(0, ChronoUnit.WEEKS.between(WRITTEN_IN, monday));
        return DAY_TO_COME
                .matcher(new String(content(name), StandardCharsets.UTF_8))
                .replaceAll(day -> LocalDate.parse(day.group()).plusWeeks(weeks).toString());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class FilesAsTheyComeOnMariaDbTest extends FilesAsTheyComeTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class FilesAsTheyComeOnMySqlTest extends FilesAsTheyComeTest {}
