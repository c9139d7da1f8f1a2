package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.CaseRow;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

@DomainTest
abstract class SessionImportTest {
    private static final String SESSIONS =
            "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version\n";
    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));
    private static final Colleague SUPERVISOR_OF_GM = new Colleague("upw-supervisor-gm", Set.of("upw-supervisor-gm"));
    private static final Colleague DATA_LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void ordersThatRunAndThatDoNot() {
        worked(sefton("X000001").save(), "SESSIONS");
        worked(sefton("X000002").save(), "NOT_STARTED");
        worked(sefton("X000003").limitedAccess().save(), "SESSIONS");
        worked(
                given.aCase("X000004")
                        .inRegion("GM")
                        .inPdu("Bury")
                        .team("TEAM_GM_02")
                        .practitioner("N50A001")
                        .save(),
                "SESSIONS");
        given.aProject("PARK").named("Park").inPdu("Sefton").allows("RLRH").save();
        given.aProject("SHOP")
                .named("Shop")
                .inPdu("Sefton")
                .days(TODAY.getDayOfWeek().name().substring(0, 3))
                .ends(TODAY.minusDays(10))
                .allows("RLRH")
                .save();
    }

    private CaseRow sefton(String crn) {
        return given.aCase(crn).inPdu("Sefton").team("TEAM_NW_10").practitioner("N51A001");
    }

    private void worked(long caseId, String state) {
        given.anOrder(caseId, "R1")
                .credited(600)
                .sentenced(TODAY.minusDays(100))
                .imported(TODAY.minusDays(30))
                .status("WK")
                .state(state)
                .save();
    }

    @Test
    void anOutcomeOfARunningOrderIsRecordedAndWhatStandsOnARegisterIsToldToNoProcess() {
        assertThat(take(session("S1", "X000001", -2, "ATTC") + session("S2", "X000001", 5, "")))
                .isEqualTo(new ImportCounts("upw-sessions", 2, 2, 0, 0));
        assertThat(states()).containsExactly("S1 RECORDED 1 upw-supervisor-nw", "S2 PLANNED 1 upw-supervisor-nw");
        assertThat(told()).noneMatch(message -> message.startsWith("unpaidwork.outcomeRecorded"));
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE worked_from = '09:00' AND worked_until = '16:00'"))
                .isEqualTo(1);

        assertThat(take(session("S2", "X000001", 5, "RSOF").replace("16:00", "15:00")))
                .isEqualTo(new ImportCounts("upw-sessions", 1, 0, 1, 0));
        assertThat(states()).containsExactly("S1 RECORDED 1 upw-supervisor-nw", "S2 RECORDED 2 upw-supervisor-nw");
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM upw_session WHERE session_reference = 'S2' AND end_time = '16:00' AND worked_until IS NULL"))
                .isEqualTo(1);
        assertThat(told()).noneMatch(message -> message.startsWith("unpaidwork.outcomeRecorded"));
    }

    @Test
    void whatItsRequirementHoldsAlreadyIsHistory() {
        take(session("S1", "X000002", -2, "ATTC")
                + session("S2", "X000001", -31, "ATTC")
                + session("S3", "X000001", -30, "ATTC"));
        assertThat(states())
                .containsExactly(
                        "S1 HISTORY 1 upw-supervisor-nw",
                        "S2 HISTORY 1 upw-supervisor-nw",
                        "S3 RECORDED 1 upw-supervisor-nw");
        assertThat(told()).noneMatch(message -> message.startsWith("unpaidwork.outcomeRecorded"));
    }

    @Test
    void theSecondIsToldWhoWasFirstAndNothingIsCountedTwice() {
        take(session("S1", "X000001", -2, "ATTC"));
        assertThat(take(session("S1", "X000001", -2, "ATTC") + session("S2", "X000001", -3, "ATTC")))
                .as("the same content again")
                .isEqualTo(new ImportCounts("upw-sessions", 2, 1, 0, 1));
        assertThat(refused(session("S1", "X000001", -2, "UACP"), DATA_LEAD))
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.column()).isEqualTo("outcomeCode");
                    assertThat(bad.reason()).startsWith("is recorded already, by upw-supervisor-nw on " + TODAY);
                });
        assertThat(states()).containsExactly("S1 RECORDED 1 upw-supervisor-nw", "S2 RECORDED 1 upw-supervisor-nw");
        assertThat(told()).isEmpty();
    }

    @Test
    void timesAndAPenaltyOfAnOutcomeThatCreditsNothingAreDropped() {
        take(session("S1", "X000001", 5, ""));
        String absent = session("S1", "X000001", 5, "AAME").replace("09:00,16:00,AAME,0", "11:00,10:00,AAME,900");
        assertThat(take(absent).changed()).isEqualTo(1);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM upw_session WHERE start_time = '09:00' AND end_time = '16:00' AND worked_from IS NULL AND worked_until IS NULL AND penalty_minutes = 0"))
                .isEqualTo(1);
        assertThat(take(absent).unchanged()).isEqualTo(1);
    }

    @Test
    void aNoteThatDiffersIsOtherContentAndNotesAreSealed() {
        String noted = session("S1", "X000001", 5, "").replace(",,false,1", ",\"Bring gloves,\nplease\",false,1");
        take(noted);
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE notes IS NOT NULL AND notes NOT LIKE '%gloves%'"))
                .isEqualTo(1);
        assertThat(take(noted + session("S2", "X000001", 6, "")).unchanged()).isEqualTo(1);
        assertThat(take(noted.replace("gloves", "boots")).changed()).isEqualTo(1);
        assertThat(refused(noted.replace("gloves", "a coat"), SUPERVISOR))
                .extracting(BadRow::column)
                .containsExactly("version");
    }

    @Test
    void twoSupervisorsAtOnceAreTakenOneAfterTheOther() throws Exception {
        take(session("S0", "X000001", 1, ""));
        Callable<Integer> one = () -> takeOrRefused(session("S0", "X000001", 1, "RSOF"), SUPERVISOR);
        Callable<Integer> other = () -> takeOrRefused(session("S0", "X000001", 1, "RSSR"), DATA_LEAD);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            int taken = 0;
            for (Future<Integer> sent : both.invokeAll(List.of(one, other))) taken += sent.get();
            assertThat(taken).isEqualTo(1);
        }
        assertThat(count("SELECT version FROM upw_session")).isEqualTo(2);
    }

    @Test
    void everyRuleOfTheRealSystemIsHeld() {
        assertThat(reasons(session("S1", "X000001", -2, "")))
                .containsExactly("outcomeCode: is missing: a session that is over needs an outcome");
        assertThat(reasons(session("S1", "X000001", 2, "ATTC")))
                .singleElement()
                .asString()
                .startsWith("outcomeCode: cannot be given before the session");
        assertThat(reasons(session("S1", "X000001", 2, "UACP")))
                .singleElement()
                .asString()
                .startsWith("outcomeCode: cannot be given before the session");
        assertThat(reasons(session("S1", "X000001", -101, "ATTC"))).containsExactly("date: is before the sentence");
        assertThat(reasons(session("S1", "X000001", -100, "ATTC"))).isEmpty();
        assertThat(reasons(session("S2", "X000001", -7, "ATTC").replace("PARK", "SHOP")))
                .containsExactly("date: is after the project's end");
        assertThat(reasons(session("S2", "X000001", -15, "ATTC").replace("PARK", "SHOP")))
                .containsExactly("date: is not a day on which the project runs");
        assertThat(reasons(session("S3", "X000001", -2, "ATTC").replace("16:00", "09:00")))
                .containsExactly("endTime: " + TimeWorked.MUST_HOLD);
        assertThat(reasons(session("S3", "X000001", -2, "ATTC").replace("09:00,16:00", "16:00,09:00")))
                .as("swapped by mistake")
                .containsExactly("endTime: " + TimeWorked.MUST_HOLD);
        assertThat(reasons(session("S4", "X000001", -2, "ATTC").replace("ATTC,0", "ATTC,421")))
                .containsExactly("penaltyMinutes: must be at most the 420 minutes from start to end");
        assertThat(reasons(session("S4", "X000001", -2, "ATTC").replace("ATTC,0", "ATTC,420")))
                .isEmpty();
        assertThat(reasons(session("S5", "X000001", -2, "ATTC")
                        .replace(",,false,1", "," + "n".repeat(4_000) + ",false,1")))
                .containsExactly("notes: is longer than 3999 characters");
        assertThat(reasons(session("S5", "X000001", -2, "ATTC")
                        .replace(",,false,1", "," + "n".repeat(3_999) + ",false,1")))
                .isEmpty();
        assertThat(reasons(session("S6", "X000001", 3, "").replace("false,1", "true,1")))
                .isEmpty();
        assertThat(reasons(session("S6", "X000001", 3, "RSOF")))
                .containsExactly("sensitive: must stay: a note once marked sensitive stays so");
        assertThat(reasons(session("S7", "X000001", -2, "XXXX").replace("XXXX,0,,", "XXXX,0,FINE,BAD")))
                .containsExactly(
                        "outcomeCode: is not an outcome", "quality: is not a rating", "behaviour: is not a rating");
    }

    @Test
    void nobodyIsPlannedTwiceAtTheSameHours() {
        long secondEvent = sefton("X000001").event(2).save();
        worked(secondEvent, "SESSIONS");
        assertThat(reasons(session("S1", "X000001", 5, "")
                        + session("S2", "X000001", 5, "").replace("X000001,1,", "X000001,2,")))
                .as("both in one file")
                .containsExactly("startTime: cannot be planned: the person has another session at these hours, S1");
        take(session("S1", "X000001", 5, ""));
        String second = session("S2", "X000001", 5, "").replace("X000001,1,", "X000001,2,");
        assertThat(reasons(second))
                .containsExactly("startTime: cannot be planned: the person has another session at these hours, S1");
        assertThat(reasons(second.replace("09:00,16:00", "16:00,18:00")))
                .as("one after the other")
                .isEmpty();
        assertThat(reasons(session("S3", "X000001", -2, "ATTC")))
                .as("what was worked is recorded whatever was planned")
                .isEmpty();
        assertThat(reasons(session("S4", "X000001", -2, "AAME").replace("X000001,1,", "X000001,2,")))
                .isEmpty();
    }

    @Test
    void aSessionOverMidnightBelongsToTheDayOnWhichItBegins() {
        worked(sefton("X000001").event(2).save(), "SESSIONS");
        String night = session("S1", "X000001", 5, "").replace("09:00,16:00", "22:00,02:00");
        String early = session("S2", "X000001", 6, "")
                .replace("X000001,1,", "X000001,2,")
                .replace("09:00,16:00", "01:00,05:00");
        String refused = "startTime: cannot be planned: the person has another session at these hours, S1";
        assertThat(reasons(night + early)).as("both in one file").containsExactly(refused);
        take(night);
        assertThat(reasons(early)).containsExactly(refused);
        assertThat(reasons(early.replace("01:00,05:00", "02:00,05:00"))).isEmpty();

        String worked = session("S3", "X000001", -4, "ATTC").replace("09:00,16:00", "20:00,24:00");
        String meeting = session("S4", "X000001", -4, "ATTC")
                .replace("X000001,1,", "X000001,2,")
                .replace("09:00,16:00", "23:00,03:00");
        assertThat(reasons(worked + meeting))
                .as("both in one file")
                .containsExactly("outcomeCode: " + SessionRules.COUNTED_ELSEWHERE);
        take(worked);
        assertThat(reasons(meeting)).containsExactly("outcomeCode: " + SessionRules.COUNTED_ELSEWHERE);
        assertThat(reasons(meeting.replace(
                                TODAY.minusDays(4).toString(),
                                TODAY.minusDays(3).toString())
                        .replace("23:00,03:00", "00:00,03:00")))
                .as("one after the other")
                .isEmpty();
    }

    @Test
    void ofASessionOverMidnightWhoeverCameAfterMidnightCameOnItsSecondDay() {
        worked(sefton("X000001").event(2).save(), "SESSIONS");
        take(session("S1", "X000001", 1, "").replace("09:00,16:00", "22:00,04:00"));
        given.theSession("S1").on(TODAY.minusDays(3)).save();
        take(session("S1", "X000001", -3, "ATTC").replace("09:00,16:00", "00:30,04:00"));
        assertThat(jdbc.sql("SELECT CONCAT_WS(' to ', came_at, left_at) FROM upw_session")
                        .query(String.class)
                        .single())
                .isEqualTo("%1$s 00:30:00 to %1$s 04:00:00".formatted(TODAY.minusDays(2)));
        String refused = "outcomeCode: " + SessionRules.COUNTED_ELSEWHERE;
        String other = session("S2", "X000001", -2, "ATTC").replace("X000001,1,", "X000001,2,");
        assertThat(reasons(other.replace("09:00,16:00", "03:00,05:00"))).containsExactly(refused);
        assertThat(reasons(other.replace("09:00,16:00", "00:00,00:30"))).isEmpty();
    }

    @Test
    void hoursThatWereAttendedForOneOrderAreRefusedForAnother() {
        long secondEvent = sefton("X000001").event(2).save();
        worked(secondEvent, "SESSIONS");
        String first = session("S1", "X000001", -2, "ATTC");
        String second = session("S2", "X000001", -2, "ATCH").replace("X000001,1,", "X000001,2,");
        String refused = "outcomeCode: " + SessionRules.COUNTED_ELSEWHERE;
        assertThat(reasons(first + second)).as("both in one file").containsExactly(refused);
        take(first);
        assertThat(reasons(second)).containsExactly(refused);
        assertThat(reasons(second.replace("S2,", "S3,").replace("09:00,16:00", "16:00,18:00")))
                .as("one after the other")
                .isEmpty();

        given.allOrders().subType("W06").save();
        assertThat(reasons(second.replace("ATCH", "ATTC")))
                .as("not the outcome for hours that are shared")
                .containsExactly(refused);
        assertThat(take(second).added()).isEqualTo(1);
    }

    @Test
    void ofOneFileConcurrentRequirementsShareHours() {
        worked(sefton("X000001").event(2).save(), "SESSIONS");
        given.allOrders().subType("W06").save();
        String second = session("S2", "X000001", -2, "ATCH") + session("S4", "X000001", 5, "");
        assertThat(take(session("S1", "X000001", -2, "ATTC")
                                + session("S3", "X000001", 5, "")
                                + second.replace("X000001,1,", "X000001,2,"))
                        .added())
                .isEqualTo(4);
    }

    @Test
    void whenSomebodyWorksIsToldOnlyToThoseWhoMayKnowIt() {
        worked(sefton("X000003").event(2).limitedAccess().save(), "SESSIONS");
        worked(sefton("X000004").event(2).save(), "SESSIONS");
        take(SESSIONS + session("S3", "X000003", 5, ""), DATA_LEAD);
        take(SESSIONS + session("S4", "X000004", 5, ""), SUPERVISOR_OF_GM);

        String limited = session("S5", "X000003", 5, "").replace("X000003,1,", "X000003,2,");
        String movedHere = session("S6", "X000004", 5, "").replace("X000004,1,", "X000004,2,");
        assertThat(reasons(limited))
                .containsExactly(
                        "crn: is a limited-access case: only people with access to it can record its sessions");
        assertThat(reasons(movedHere))
                .as("without the reference of the other region")
                .containsExactly("startTime: cannot be planned: the person has another session at these hours");
        assertThat(refused(movedHere, SUPERVISOR_OF_GM))
                .extracting(BadRow::reason)
                .containsExactly("belongs to region NW, whose sessions you may not record");
        assertThat(refused(limited, DATA_LEAD))
                .extracting(BadRow::reason)
                .containsExactly("cannot be planned: the person has another session at these hours, S3");
    }

    @Test
    void aRowThatIsNotTheirsIsRefusedForThatReasonAlone() {
        worked(sefton("X000003").event(2).limitedAccess().save(), "SESSIONS");
        String limited = session("S5", "X000003", 5, "").replace("X000003,1,", "X000003,2,");
        take(SESSIONS + limited, DATA_LEAD);

        for (String other : List.of(limited.replace("false,1", "false,9"), limited.replace(",R1,", ",R9,")))
            assertThat(reasons(other))
                    .containsExactly(
                            "crn: is a limited-access case: only people with access to it can record its sessions");
        assertThat(reasons(session("S5", "X000001", 5, "").replace("false,1", "false,9")))
                .containsExactly("sessionReference: is a session of another order");
    }

    @Test
    void aSessionOfTheFileTakesThePlaceOfTheOnePlannedHereForTheSameHours() {
        long order = given.anOrder(given.aCase("X000005").inPdu("Sefton").save(), "R1")
                .sentenced(TODAY.minusDays(100))
                .imported(TODAY.minusDays(30))
                .status("WK")
                .state("SESSIONS")
                .save();
        for (int days : List.of(-1, 5, 6, 7))
            given.aSession(order, "PARK", TODAY.plusDays(days))
                    .reference("UPW-%d-%s".formatted(order, TODAY.plusDays(days)))
                    .save();
        String named = "UPW-%d-%s".formatted(order, TODAY.plusDays(7));
        take(session("S0", "X000005", -1, "ATTC")
                + session("S1", "X000005", 5, "")
                + session("S2", "X000005", 6, "").replace("09:00,16:00", "16:00,18:00")
                + session(named, "X000005", 7, ""));

        assertThat(states())
                .extracting(state ->
                        state.replace("UPW-%d-".formatted(order), "ours ").replace(" upw-supervisor-nw", ""))
                .containsExactly(
                        "S0 RECORDED 1",
                        "S1 PLANNED 1",
                        "S2 PLANNED 1",
                        "ours %s CANCELLED 2".formatted(TODAY.minusDays(1)),
                        "ours %s CANCELLED 2".formatted(TODAY.plusDays(5)),
                        "ours %s PLANNED 1".formatted(TODAY.plusDays(6)),
                        "ours %s PLANNED 1".formatted(TODAY.plusDays(7)));
        assertThat(told())
                .as("whatever waits for the first of ours looks again")
                .contains("unpaidwork.sessionChanged " + id("UPW-%d-%s".formatted(order, TODAY.minusDays(1))));
    }

    @Test
    void whatWasAttendedHereIsNotCountedAgainUnderAnotherName() {
        take(session("S9", "X000001", -1, "ATTC"));
        given.theSession("S9").reference("UPW-1-" + TODAY.minusDays(1)).save();
        assertThat(reasons(session("S1", "X000001", -1, "ATTC")))
                .containsExactly(
                        "outcomeCode: would count these hours twice: session UPW-1-%s of the same order has been attended"
                                .formatted(TODAY.minusDays(1)));
        assertThat(reasons(session("S1", "X000001", -1, "ATTC").replace("09:00,16:00", "16:00,18:00")))
                .as("one after the other")
                .isEmpty();
    }

    @Test
    void whoeverAsksForItHasTheGoodRowsTakenAndTheBadOnesListed() {
        String file = session("S1", "X000001", -2, "ATTC")
                + session("S2", "X000009", -2, "ATTC")
                + session("S3", "X000001", -2, "XXXX")
                + session("S4", "X000001", 2, "ATTC")
                + session("S1", "X000001", -3, "UACP");
        assertThat(refused(file, SUPERVISOR)).extracting(BadRow::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(states()).as("whole or not at all, as long as nobody asks").isEmpty();

        ImportCounts counts = takeInPart(file, SUPERVISOR);
        assertThat(counts)
                .extracting(ImportCounts::rows, ImportCounts::added, ImportCounts::unchanged, ImportCounts::refused)
                .containsExactly(5, 1, 0, 4);
        assertThat(counts.badRows())
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(
                        tuple(3L, "crn"),
                        tuple(4L, "outcomeCode"),
                        tuple(5L, "outcomeCode"),
                        tuple(6L, "sessionReference"));
        assertThat(states()).containsExactly("S1 RECORDED 1 upw-supervisor-nw");

        sefton("X000009").save();
        worked(
                jdbc.sql("SELECT id FROM probation_case WHERE crn = 'X000009'")
                        .query(Long.class)
                        .single(),
                "SESSIONS");
        assertThat(takeInPart(file, SUPERVISOR))
                .as("the same file again: the missing case has come")
                .extracting(ImportCounts::added, ImportCounts::unchanged, ImportCounts::refused)
                .containsExactly(1, 1, 3);
        assertThatThrownBy(() -> takeInPart(session("S7", "X000001", 2, "ATTC"), SUPERVISOR))
                .as("nothing is right")
                .isInstanceOf(ImportRefusedException.class);
        assertThatThrownBy(() -> imports.takeInPart("upw-projects", new ByteArrayInputStream(new byte[0]), DATA_LEAD))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("can only be imported completely");
    }

    @Test
    void whatWasPlannedIsRecordedThoughItsProjectHasStoppedOnThatDay() {
        assertThat(reasons(session("S1", "X000001", 5, ""))).isEmpty();
        given.theSession("S1").on(TODAY.minusDays(1)).save();
        given.theProject("PARK")
                .days(TODAY.getDayOfWeek().name().substring(0, 3))
                .ends(TODAY.minusDays(20))
                .save();

        assertThat(reasons(session("S2", "X000001", -1, "ATTC")))
                .as("what was never planned is held to the days of the project")
                .hasSize(2);
        assertThat(reasons(session("S1", "X000001", -1, "ATTC"))).isEmpty();
        assertThat(states()).containsExactly("S1 RECORDED 2 upw-supervisor-nw");
    }

    @Test
    void whatContradictsTheOrdersIsNamed() {
        assertThat(refused(
                        session("S1", "X000009", -2, "ATTC")
                                + session("S2", "X000004", -2, "ATTC")
                                + session("S3", "X000003", -2, "ATTC")
                                + session("S4", "X000001", -2, "ATTC").replace("R1", "R2"),
                        SUPERVISOR))
                .extracting(BadRow::line, BadRow::reason)
                .containsExactly(
                        tuple(2L, "has no such event: import the file 'cases' first"),
                        tuple(3L, "belongs to region GM, whose sessions you may not record"),
                        tuple(4L, "is a limited-access case: only people with access to it can record its sessions"),
                        tuple(5L, "is not a requirement of the event: import the file 'upw-requirements' first"));
        given.access(
                jdbc.sql("SELECT id FROM probation_case WHERE crn = 'X000003'")
                        .query(Long.class)
                        .single(),
                "upw-supervisor-nw");
        assertThat(take(session("S3", "X000003", -2, "ATTC")).added()).isEqualTo(1);
        assertThat(refused(session("S3", "X000003", -2, "UACP"), DATA_LEAD))
                .extracting(BadRow::reason)
                .allSatisfy(reason -> assertThat(reason)
                        .contains("somebody with access to the case")
                        .doesNotContain("supervisor"));

        given.allOrders().state("STOPPED").save();
        assertThat(refused(session("S8", "X000001", 2, ""), SUPERVISOR))
                .extracting(BadRow::reason)
                .containsExactly("cannot be planned: the order has ended");
        assertThat(refused(session("S3", "X000001", -2, "ATTC"), SUPERVISOR))
                .extracting(BadRow::reason)
                .contains("is a session of another order");
        assertThatThrownBy(() -> take(SESSIONS, new Colleague("pso-nw", Set.of("pso-nw"))))
                .isInstanceOf(NotAllowedException.class);
    }

    private String session(String reference, String crn, int days, String outcome) {
        return "%s,%s,1,R1,PARK,%s,09:00,16:00,%s,0,,,,false,1\n"
                .formatted(reference, crn, TODAY.plusDays(days), outcome);
    }

    private ImportCounts take(String rows) {
        return take(SESSIONS + rows, SUPERVISOR);
    }

    private ImportCounts take(String csv, Colleague importer) {
        return imports.take("upw-sessions", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), importer);
    }

    private ImportCounts takeInPart(String rows, Colleague importer) {
        return imports.takeInPart(
                "upw-sessions", new ByteArrayInputStream((SESSIONS + rows).getBytes(StandardCharsets.UTF_8)), importer);
    }

    private int takeOrRefused(String rows, Colleague importer) {
        try {
            return take(SESSIONS + rows, importer).changed();
        } catch (ImportRefusedException refused) {
            return 0;
        }
    }

    private List<BadRow> refused(String rows, Colleague importer) {
        return catchThrowableOfType(ImportRefusedException.class, () -> take(SESSIONS + rows, importer))
                .badRows();
    }

    private List<String> reasons(String rows) {
        try {
            take(rows);
            return List.of();
        } catch (ImportRefusedException refused) {
            return refused.badRows().stream()
                    .map(bad -> bad.column() + ": " + bad.reason())
                    .toList();
        }
    }

    private List<String> states() {
        return jdbc.sql(
                        "SELECT CONCAT_WS(' ', session_reference, state, version, recorded_by) FROM upw_session ORDER BY session_reference")
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return events.stream(EngineMessage.class)
                .map(message -> message.name() + " " + message.correlationKey())
                .toList();
    }

    private long id(String reference) {
        return jdbc.sql("SELECT id FROM upw_session WHERE session_reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SessionImportOnMariaDbTest extends SessionImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SessionImportOnMySqlTest extends SessionImportTest {}
