package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Three orders of unpaid work on the real stack, in a real browser: one from the court to its termination, one that is
 * breached, and one whose person dies in the middle.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class UnpaidWorkEndToEndIT extends EndToEndStory {
    private static final String WORKS = "X900001";
    private static final String FAILS = "X900002";
    private static final String DIES = "X900003";
    private static final String REQUIREMENTS =
            "crn,eventNumber,requirementId,subTypeCode,minutesOrdered,minutesCredited,eteMinutesCredited,sentenceDate,status,warningsLast12Months,homePostcodeDistrict,availableDays,exclusions,skills";
    private static final String SESSIONS =
            "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId ENGLAND_AND_WALES = ZoneId.of("Europe/London");

    /**
     * Minutes of a session. Late in the evening sessions are short, so that the third one of a story still ends on the
     * same day.
     */
    private static final int SESSION = LocalTime.now(ENGLAND_AND_WALES).isBefore(LocalTime.of(22, 40)) ? 60 : 8;

    private static final int TOO_MANY_TAKEN_OFF = SESSION / 4;

    private ConsoleApi owner;

    UnpaidWorkEndToEndIT() {
        super(
                "unpaid-work",
                "--devolution.local.launch-on-first-run=false",
                "--devolution.local.sample-cases=100",
                "--devolution.unpaidwork.evidence=0",
                "--devolution.unpaidwork.learning-check=0");
    }

    @BeforeAll
    void threeOrders() throws Exception {
        owner = new ConsoleApi(product, "psc-service-owner");
        take("cases", """
        crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version
        X900001,1,NW,Sefton,PSC_LIVERPOOL_UPW,,201,%1$s,,CRC,false,RHRH,B1,,false,1
        X900002,1,NW,Sefton,PSC_LIVERPOOL_UPW,,201,%1$s,,CRC,false,RMRH,C1,,false,1
        X900003,1,NW,Sefton,PSC_LIVERPOOL_UPW,,201,%1$s,,CRC,false,RMRH,C1,,false,1
        """.formatted(sentenced()));
        take("upw-projects", project(LocalTime.of(9, 0)));
        take("upw-requirements", REQUIREMENTS + """

        X900001,1,R1,W05,%2$d,0,0,%1$s,UN,0,L20,,,
        X900002,1,R1,W01,2400,600,0,%1$s,WK,0,L20,,,
        X900003,1,R1,W01,2400,600,0,%1$s,WK,0,L20,,,
        """.formatted(sentenced(), 3 * SESSION));
        LocalTime starts = soon();
        take(
                "upw-sessions",
                SESSIONS + "\n" + toCome("F-1", FAILS, starts) + toCome("F-2", FAILS, starts.plusMinutes(1))
                        + toCome("D-1", DIES, starts) + toCome("D-2", DIES, starts.plusMinutes(1)));
        for (String crn : List.of(FAILS, DIES)) {
            held(crn);
            new ConsoleApi(product, "case-admin-nw").post("/api/upw/orders/%s/1/placement".formatted(crn), "");
        }
    }

    @Nested
    @Order(1)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class FromTheCourtToTheEnd {
        private long order;

        @Test
        @Order(1)
        void anAdministratorStartsTheOrderInTasklist() throws Exception {
            held(WORKS);
            try (TasklistSession admin = tasklist("case-admin-nw")) {
                admin.startForm("Unpaid work placement")
                        .text("CRN", WORKS)
                        .number("Event number", 1)
                        .select("Which region?", "North West");
                admin.picture("upw-start");
                assertThat(admin.startProcess()).isPositive();
                FilledForm start = claim(admin, "Task_ConfirmStart", WORKS).awaitWords("CRN X900001, event 1");
                assertThat(product.count(
                                "SELECT COUNT(*) FROM upw_order WHERE state <> 'NOT_STARTED' AND id = " + order(WORKS)))
                        .as("nothing begins by the form")
                        .isZero();
                start.choose("Do you want to start the unpaid work?", "Yes, start it in my name");
                admin.picture("upw-confirm-start");
                admin.complete();
                long another = order(FAILS);
                sentForAnother(
                        "case-admin-nw",
                        "Task_ConfirmTeam",
                        WORKS,
                        Map.of(
                                "teamChosen",
                                "PSC_LIVERPOOL_UPW",
                                "orderId",
                                another,
                                "crn",
                                FAILS,
                                "regionSlug",
                                "gm",
                                "queueFrozen",
                                true,
                                "teamRefused",
                                "nothing"));
                FilledForm team = claim(admin, "Task_ConfirmTeam", WORKS).awaitWords("CRN X900001, event 1");
                assertThat(team.words()).contains("North West");
                admin.picture("upw-confirm-team");
                admin.complete();
            }
            order = order(WORKS);
        }

        @Test
        @Order(2)
        void theOfficerAssessesOnOurPage() throws Exception {
            try (TasklistSession officer = tasklist("pso-nw");
                    ConsoleSession page = console("pso-nw")) {
                FilledForm form = claim(officer, "Task_Assess", WORKS);
                page.open("/upw/orders/%d/assessment".formatted(order))
                        .choose("suitable", "true")
                        .choose("needsAccess", "false")
                        .choose("advised", "WEEKLY")
                        .enter("risk", "Works well with others (zqrisk).");
                page.picture("upw-assessment");
                page.press("Save the assessment");
                form.date("When was the induction?", today()).tick("The assessment is recorded on the page");
                officer.picture("upw-assess-task");
                officer.complete();
            }
        }

        @Test
        @Order(3)
        void theCoordinatorSeesWhyAndChooses() throws Exception {
            try (TasklistSession coordinator = tasklist("placement-coordinator-nw");
                    ConsoleSession page = console("placement-coordinator-nw")) {
                coordinator.eventually(
                        "a project to choose", () -> coordinator.task("Task_ChooseProject", "crn", json(WORKS)));
                assertThat(page.open("/upw/orders/%d/projects".formatted(order)).words())
                        .contains("Bootle parks");
                page.picture("upw-projects");
                take("upw-projects", project(soon()));
                claim(coordinator, "Task_ChooseProject", WORKS)
                        .select("Which project?", "Bootle parks")
                        .choose("How often?", "Every week")
                        .date("First session", today());
                coordinator.picture("upw-choose-project");
                coordinator.complete();
            }
            product.awaitCount("SELECT COUNT(*) FROM upw_session WHERE state = 'PLANNED' AND order_id = " + order, 3);
            product.awaitCount(
                    "SELECT COUNT(*) FROM case_letter l JOIN upw_order o ON o.case_id = l.case_id WHERE l.template = 'INSTRUCTIONS' AND o.id = "
                            + order,
                    1);
        }

        @Test
        @Order(4)
        void threeSessionsAreRecordedInThreeWays() throws Exception {
            try (TasklistSession supervisor = tasklist("upw-supervisor-nw")) {
                supervisor.eventually(
                        "the session's task", () -> supervisor.task("Task_RecordOutcome", "crn", json(WORKS)));
                supervisor.eventually(
                        "a card that says whose session it is, and where",
                        () -> supervisor.openTaskNames().stream()
                                .filter(card ->
                                        card.contains("CRN %s, ".formatted(WORKS)) && card.contains("Bootle parks"))
                                .findFirst());
                sentForAnother(
                        "upw-supervisor-nw",
                        "Task_RecordOutcome",
                        WORKS,
                        Map.of(
                                "outcomeCode",
                                "UACP",
                                "sessionId",
                                session("F-2"),
                                "orderId",
                                order(FAILS),
                                "crn",
                                FAILS,
                                "outcomeRefused",
                                "nothing",
                                "limitedAccess",
                                false));
                FilledForm outcome = claim(supervisor, "Task_RecordOutcome", WORKS)
                        .awaitWords("Bootle parks")
                        .select("Outcome", "Attended: complied");
                LocalTime started = LocalTime.parse(product.texts(
                                "SELECT TIME_FORMAT(MIN(start_time), '%H:%i') FROM upw_session WHERE order_id = ?",
                                order)
                        .getFirst());
                outcome.text("Worked from", started.format(MINUTE))
                        .text("Worked until", started.plusMinutes(SESSION).format(MINUTE))
                        .number("Minutes taken off", 0)
                        .select("Quality of the work", "Good")
                        .select("Behaviour", "Excellent");
                supervisor.picture("upw-session-task");
                supervisor.complete();
            }
            awaitMinutes(SESSION);
            long second = theNextSessionWas(1);
            try (ConsoleSession supervisor = console("upw-supervisor-nw")) {
                supervisor
                        .open("/upw/sessions/" + second)
                        .select("outcomeCode", "Attended: complied")
                        .enter("penaltyMinutes", "" + TOO_MANY_TAKEN_OFF)
                        .enter("notes", "Helped a newcomer (zqnotes).");
                supervisor.picture("upw-session");
                supervisor.press("Record the outcome");
                awaitMinutes(2 * SESSION - TOO_MANY_TAKEN_OFF);
                supervisor.open("/upw/sessions/" + second).enter("penaltyMinutes", "0");
                supervisor.picture("upw-session-correct");
                assertThat(supervisor
                                .press("Correct the outcome", "Correct the outcome")
                                .words())
                        .contains("%d minutes, recorded by upw-supervisor-nw".formatted(SESSION - TOO_MANY_TAKEN_OFF));
            }
            awaitMinutes(2 * SESSION);
            long third = theNextSessionWas(2);
            take(
                    "upw-sessions",
                    SESSIONS + "\n" + product.texts("""
          SELECT CONCAT_WS(',', session_reference, '%s,1,R1', project_code, on_date, TIME_FORMAT(start_time, '%%H:%%i'), TIME_FORMAT(end_time, '%%H:%%i'), 'ATTC,0,GOOD,GOOD,,false', version)
          FROM upw_session WHERE id = ?""".formatted(WORKS), third).getFirst() + "\n");
            awaitMinutes(3 * SESSION);
        }

        @Test
        @Order(5)
        void hoursCompleteLeadToTheTermination() throws Exception {
            product.awaitCount("SELECT COUNT(*) FROM upw_order WHERE state = 'COMPLETE' AND id = " + order, 1);
            try (ConsoleSession page = console("practitioner-nw")) {
                page.open("/upw/orders/" + order).picture("upw-order");
            }
            sentForAnother(
                    "case-admin-nw",
                    "Task_Evidence",
                    WORKS,
                    Map.of(
                            "evidenceOnPage",
                            true,
                            "terminationId",
                            termination(WORKS) + 1,
                            "crn",
                            FAILS,
                            "eligible",
                            true,
                            "evidenceRefused",
                            "nothing"));
            terminate(WORKS, "Completed", "termination");
            try (ConsoleSession admin = console("case-admin-nw")) {
                assertThat(admin.open("/case-letters").words())
                        .contains("Your unpaid work", "Notice that an order has ended");
                admin.picture("case-letters");
                admin.follow("Your unpaid work").picture("case-letter");
                admin.press("Mark as posted", "Mark as posted");
            }
            assertThat(product.count("SELECT COUNT(*) FROM case_letter WHERE posted_by = 'case-admin-nw'"))
                    .isOne();
        }

        /** Acts as if the week had passed: the process waits for the outcome, whichever day it is. */
        private long theNextSessionWas(int daysAgo) throws Exception {
            long next = product.count(
                    "SELECT id FROM upw_session WHERE order_id = ? AND state = 'PLANNED' ORDER BY on_date LIMIT 1",
                    order);
            product.update("UPDATE upw_session SET on_date = CURRENT_DATE - INTERVAL %d DAY WHERE id = %d"
                    .formatted(daysAgo, next));
            return next;
        }

        private void awaitMinutes(int minutes) throws Exception {
            product.awaitCount(
                    "SELECT COUNT(*) FROM upw_order WHERE minutes_credited = %d AND id = %d".formatted(minutes, order),
                    1);
        }
    }

    @Nested
    @Order(2)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class TwoFailures {

        @Test
        @Order(1)
        void theFirstIsWarned() throws Exception {
            fail(FAILS);
            awaitEnforcement(FAILS, "WARNED", 1);
            try (ConsoleSession page = console("practitioner-nw")) {
                assertThat(page.open("/upw/enforcements/"
                                        + product.count(
                                                "SELECT MAX(id) FROM upw_enforcement WHERE order_id = ?", order(FAILS)))
                                .words())
                        .contains("EA02");
                page.picture("upw-enforcement");
            }
        }

        @Test
        @Order(2)
        void theSecondSupervisorIsToldWhoWasFirst() throws Exception {
            long session = session("F-2");
            untilBegun(session);
            try (ConsoleSession first = console("upw-supervisor-nw");
                    ConsoleSession second = console("demo")) {
                first.open("/upw/sessions/" + session).select("outcomeCode", "Absent: unacceptable");
                second.open("/upw/sessions/" + session).select("outcomeCode", "Attended: complied");
                first.press("Record the outcome");
                assertThat(second.refused("Record the outcome")).contains("upw-supervisor-nw");
                second.picture("upw-session-taken");
            }
            assertThat(product.texts("SELECT outcome_code FROM upw_session WHERE id = ?", session))
                    .containsExactly("UACP");
            assertThat(product.count("SELECT COUNT(*) FROM upw_credit WHERE session_id = ?", session))
                    .isZero();
        }

        @Test
        @Order(3)
        void thePractitionerSendsTheBreachPack() throws Exception {
            long enforcement = product.count("SELECT MAX(id) FROM upw_enforcement WHERE order_id = ?", order(FAILS));
            sentForAnother(
                    "practitioner-nw",
                    "Task_BreachPack",
                    FAILS,
                    Map.of(
                            "breachDecision",
                            "SENT",
                            "packSentOn",
                            today().toString(),
                            "enforcementId",
                            enforcement - 1,
                            "sessionId",
                            session("D-1"),
                            "crn",
                            DIES,
                            "breachRefused",
                            "nothing"));
            try (TasklistSession practitioner = tasklist("practitioner-nw")) {
                claim(practitioner, "Task_BreachPack", FAILS)
                        .choose("What did you do?", "I sent the pack to the court")
                        .date("When did you send it?", today())
                        .understand();
                practitioner.picture("upw-breach-pack");
                practitioner.complete();
            }
            awaitEnforcement(FAILS, "BREACHED", 1);
            assertThat(product.count(
                            "SELECT COUNT(*) FROM case_letter l JOIN probation_case c ON c.id = l.case_id WHERE c.crn = ? AND l.template IN ('WARNING', 'BREACH')",
                            FAILS))
                    .isEqualTo(2);
            try (OperateSession manager = new OperateSession(product, chromium.browser(), "demo")) {
                manager.watch(Long.parseLong(
                        product.texts("SELECT process_instance_key FROM upw_order WHERE id = ?", order(FAILS))
                                .getFirst()));
                manager.picture("operate-unpaid-work");
            }
        }
    }

    @Nested
    @Order(3)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class ADeathInTheMiddle {

        @Test
        @Order(1)
        void whileASessionAndAnEnforcementAreOpen() throws Exception {
            fail(DIES);
            awaitEnforcement(DIES, "WARNED", 1);
            try (TasklistSession supervisor = tasklist("upw-supervisor-nw")) {
                supervisor.eventually(
                        "the next session's task", () -> supervisor.task("Task_RecordOutcome", "crn", json(DIES)));
            }
        }

        @Test
        @Order(2)
        void everythingStopsAtOnce() throws Exception {
            new ConsoleApi(product, "practitioner-nw")
                    .post(
                            "/api/terminations/%s/1/events".formatted(DIES),
                            "{\"type\":\"DIED\",\"occurredOn\":\"%s\"}".formatted(today()));
            assertThat(product.texts("SELECT state FROM upw_order WHERE id = ?", order(DIES)))
                    .containsExactly("STOPPED");
            assertThat(product.texts("SELECT DISTINCT state FROM upw_enforcement WHERE order_id = ?", order(DIES)))
                    .containsExactly("STOPPED");
            try (TasklistSession supervisor = tasklist("upw-supervisor-nw")) {
                supervisor.eventually(
                        "the session's task is gone",
                        () -> supervisor
                                        .task("Task_RecordOutcome", "crn", json(DIES))
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(true));
            }
            try (OperateSession manager = new OperateSession(product, chromium.browser(), "demo")) {
                manager.awaitState(
                        Long.parseLong(
                                product.texts("SELECT process_instance_key FROM upw_order WHERE id = ?", order(DIES))
                                        .getFirst()),
                        "COMPLETED");
            }
        }

        @Test
        @Order(3)
        void theCaseIsTerminated() throws Exception {
            terminate(DIES, "Died", "termination-death");
            assertThat(product.texts("SELECT end_reason FROM probation_case WHERE crn = ?", DIES))
                    .containsExactly("DIED");
        }
    }

    private void sentForAnother(String user, String element, String crn, Map<String, Object> sent) throws Exception {
        new SentForAnother(product, user).changesNothing(element, "crn", crn, sent);
    }

    private FilledForm claim(TasklistSession somebody, String element, String crn) {
        return somebody.claim(element, "crn", json(crn));
    }

    /** The supervisor records that the person did not come, without a reason. */
    private void fail(String crn) throws Exception {
        try (TasklistSession supervisor = tasklist("upw-supervisor-nw")) {
            claim(supervisor, "Task_RecordOutcome", crn)
                    .awaitWords("Bootle parks")
                    .select("Outcome", "Absent: unacceptable");
            supervisor.complete();
        }
    }

    /** Evidence, review and, if required, the agreement of a senior. */
    private void terminate(String crn, String outcome, String picture) throws Exception {
        try (TasklistSession admin = tasklist("case-admin-nw");
                ConsoleSession page = console("case-admin-nw")) {
            FilledForm form = claim(admin, "Task_Evidence", crn);
            page.open("/terminations").picture(picture + "s");
            page.open("/terminations/" + termination(crn)).selectAll("outcome-", outcome);
            page.picture(picture);
            page.press("Save the outcomes");
            form.tick("Every component has its outcome on the page");
            admin.complete();
        }
        decide(crn, "practitioner-nw", "Task_FinalReview", "The case can end");
        product.awaitCount(
                "SELECT COUNT(*) FROM termination WHERE state IN ('SPO', 'TERMINATED') AND id = " + termination(crn),
                1);
        if (product.texts("SELECT state FROM termination WHERE id = ?", termination(crn))
                .contains("SPO")) decide(crn, "spo-nw", "Task_SpoReview", "I agree");
        product.awaitCount(
                "SELECT COUNT(*) FROM termination WHERE state = 'TERMINATED' AND id = " + termination(crn), 1);
        product.awaitCount(
                "SELECT COUNT(*) FROM case_letter l JOIN probation_case c ON c.id = l.case_id WHERE l.template = 'COURT_NOTICE' AND c.crn = '%s'"
                        .formatted(crn),
                1);
        assertThat(product.count("SELECT COUNT(*) FROM probation_case WHERE ended_on IS NOT NULL AND crn = ?", crn))
                .isOne();
    }

    private void decide(String crn, String user, String element, String decision) {
        try (TasklistSession reviewer = tasklist(user)) {
            claim(reviewer, element, crn)
                    .choose("What do you decide?", decision)
                    .understand();
            reviewer.complete();
        }
    }

    private long termination(String crn) throws Exception {
        return product.count(
                "SELECT MAX(t.id) FROM termination t JOIN probation_case c ON c.id = t.case_id WHERE c.crn = ?", crn);
    }

    private void awaitEnforcement(String crn, String state, int count) throws Exception {
        product.awaitCount(
                "SELECT COUNT(*) FROM upw_enforcement WHERE order_id = %d AND state = '%s'"
                        .formatted(order(crn), state),
                count);
    }

    private long session(String reference) throws Exception {
        return product.count("SELECT id FROM upw_session WHERE session_reference = ?", reference);
    }

    /** Waits, because no failure can be recorded before the session has begun. */
    private void untilBegun(long session) throws Exception {
        LocalTime starts = LocalTime.parse(
                product.texts("SELECT TIME_FORMAT(start_time, '%H:%i') FROM upw_session WHERE id = ?", session)
                        .getFirst());
        while (!LocalTime.now(ENGLAND_AND_WALES).isAfter(starts)) Thread.sleep(200);
    }

    private void take(String file, String csv) throws Exception {
        owner.upload("/api/imports/" + file, Map.of("file", csv));
    }

    /** North West does unpaid work and terminations for the case. */
    private void held(String crn) throws Exception {
        take("case-services", """
        crn,eventNumber,service,unit,workInProgress,lastChanged
        %1$s,1,UPW_ORDERS,REGION_NW,false,2026-01-01T00:00:00Z
        %1$s,1,TERMINATIONS,REGION_NW,false,2026-01-01T00:00:00Z
        """.formatted(crn));
    }

    private static String toCome(String reference, String crn, LocalTime starts) {
        return "%s,%s,1,R1,NW-PARK,%s,%s,%s,,0,,,,false,1%n"
                .formatted(
                        reference,
                        crn,
                        today(),
                        starts.format(MINUTE),
                        starts.plusMinutes(SESSION).format(MINUTE));
    }

    private static String project(LocalTime starts) {
        return """
        projectCode,name,projectTypeCode,regionCode,pduName,latitude,longitude,days,startTime,endTime,capacity,startDate,endDate,skills,roshAllowed,accessible
        NW-PARK,Bootle parks,ICP,NW,Sefton,53.45,-2.99,MON TUE WED THU FRI SAT SUN,%s,%s,12,2020-01-01,,,RLRH RMRH RHRH,true
        """.formatted(starts.format(MINUTE), starts.plusMinutes(SESSION).format(MINUTE));
    }

    /** A whole minute, one or two minutes from now. */
    private static LocalTime soon() {
        return LocalTime.now(ENGLAND_AND_WALES)
                .plusSeconds(75)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
    }

    private static LocalDate today() {
        return LocalDate.now(ENGLAND_AND_WALES);
    }

    private long order(String crn) throws Exception {
        return product.count(
                "SELECT o.id FROM upw_order o JOIN probation_case c ON c.id = o.case_id WHERE c.crn = ?", crn);
    }

    private static String sentenced() {
        return today().minusMonths(2).toString();
    }
}
