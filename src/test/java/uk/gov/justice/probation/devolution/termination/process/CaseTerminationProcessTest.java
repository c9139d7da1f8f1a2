package uk.gov.justice.probation.devolution.termination.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.RecordingCaseEvents;
import uk.gov.justice.probation.devolution.termination.Reopening;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;

class CaseTerminationProcessTest extends ProcessScenario {

    private static final Colleague ADMIN = colleague("case-admin-nw");
    private static final Colleague PRACTITIONER = colleague("practitioner-nw");
    private static final Colleague SPO = colleague("spo-nw");
    private static final Map<String, Object> AGREE = Map.of("reviewDecision", "AGREE", "understood", true);

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    RecordingCaseEvents caseEvents;

    @Autowired
    Reopening reopening;

    @Autowired
    TakingInventory inventory;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private SomeTerminations some;
    private long about;

    @BeforeEach
    void aCaseThatEndsToday() {
        some = new SomeTerminations(jdbc);
        about = some.endingCase(today());
    }

    @Test
    void theDueListStartsItAndTheComponentsEndBeforeTheEvent() {
        some.component(about, "REQUIREMENT", "R1", today().minusYears(1));
        some.order(about, "COMPLETE", 6000);
        long instance = due();

        tasklist.complete("Task_Evidence", ADMIN.userName(), Map.of("evidenceOnPage", true));
        await("without outcomes it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> told("evidenceRefused"), text -> text.contains("outcome"));
        giveEvidence("COMPLETED", ADMIN);
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), Map.of("reviewDecision", "SEND_BACK"));
        tasklist.complete("Task_Evidence", ADMIN.userName(), Map.of("evidenceOnPage", true));
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);

        process(instance)
                .isCompleted()
                .hasCompletedElementsInOrder(
                        "Task_EndComponents",
                        "Task_EndEvent",
                        "Task_CloseAppointments",
                        "Task_Notify",
                        "Task_RecalculateWorkload",
                        "End_Terminated")
                .hasNotActivatedElements("Task_SpoReview");
        assertThat(state()).isEqualTo("TERMINATED");
        assertThat(ended()).isEqualTo(today() + " COMPLETED");
        assertThat(records.count("SELECT COUNT(*) FROM case_component WHERE case_id = ? AND closed_on IS NULL", about))
                .isZero();
        assertThat(letters()).contains("COURT_NOTICE", "PROVIDER_NOTICE");
    }

    @Test
    void aSeniorAgreesWhereTheRiskIsHighAndNeverToTheirOwnEvidence() {
        given.theCase(about).rosh("RVHR").save();
        long instance = due();
        giveEvidence("COMPLETED", new Colleague(SPO.userName(), Set.of("spo-nw", "case-admin-nw")));
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);

        tasklist.complete("Task_SpoReview", SPO.userName(), Map.of("spoDecision", "AGREE", "understood", true));
        await("it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> told("spoRefused"), text -> text.contains("another senior"));
        tasklist.complete("Task_SpoReview", SPO.userName(), Map.of("spoDecision", "SEND_BACK"));
        giveEvidence("COMPLETED_EARLY", ADMIN);
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);
        tasklist.complete("Task_SpoReview", SPO.userName(), Map.of("spoDecision", "AGREE", "understood", true));

        process(instance).isCompleted().hasCompletedElements("End_Terminated");
        assertThat(records.audited("termination/" + some.termination(about)))
                .contains("TERMINATION_SENT_BACK by spo-nw", "TERMINATION_AGREED by spo-nw");
    }

    @Test
    void whatBlocksItIsAQueueAndItIsLookedAtAgainUntilNothingDoes() {
        some.component(about, "WARRANT", "W1", today().minusDays(3));
        long instance = due();

        tasklist.complete("Task_ClearBlocks", ADMIN.userName(), Map.of("looked", true));
        process(instance).hasCompletedElement("End_LookAgain", 1);
        assertThat(some.blockers(some.termination(about))).hasSize(1);
        tasklist.open("Task_ClearBlocks");
        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofHours(25));
        process(instance).hasCompletedElement("End_LookAgain", 2).hasCompletedElements("Timer_LookAgain");
        tasklist.open("Task_ClearBlocks");
        given.theComponents("WARRANT").closed(today()).save();
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> events.publishEvent(new OutcomeSettled(about)));

        tasklist.open("Task_Evidence");
        process(instance).hasCompletedElements("Message_Unblocked").hasCompletedElement("End_LookAgain", 3);
        assertThat(some.blockers(some.termination(about))).isEmpty();
    }

    @Test
    void whatComesUpBetweenTheReviewAndTheEndStopsIt() {
        long instance = due();
        giveEvidence("COMPLETED", ADMIN);
        tasklist.open("Task_FinalReview");
        some.component(about, "BREACH", "B1", today().minusDays(1));

        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);

        tasklist.open("Task_ClearBlocks");
        process(instance).hasCompletedElement("Task_Collect", 2).hasNotActivatedElements("Task_EndEvent");
        assertThat(ended()).isEqualTo("no");
    }

    @Test
    void hoursThatAreLeftGoBackToTheCourtAndTheRequirementStaysLive() {
        some.order(about, "SESSIONS", 3000);
        long instance = due();
        tasklist.open("Task_BackToCourt");
        untilEveningOf(workingDay(6));
        process(instance).hasCompletedElements("Timer_Overdue", "End_Escalated");
        await("the managers are told")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> records.messagesTo("head-of-operations-nw"),
                        told -> told.toString().contains("is overdue"));

        tasklist.complete(
                "Task_BackToCourt",
                PRACTITIONER.userName(),
                Map.of(
                        "appliedOn",
                        today().toString(),
                        "extendedTo",
                        today().plusMonths(3).toString()));

        process(instance).isCompleted().hasCompletedElements("End_Extended");
        assertThat(state()).isEqualTo("EXTENDED");
        assertThat(ended()).isEqualTo("no");
        assertThat(dueTerminations.startAll()).as("it rests until the new date").isZero();
    }

    @Test
    void whereOtherRequirementsGoOnOnlyTheUnpaidWorkEnds() {
        given.theCase(about).expectedToEnd(today().plusMonths(6)).save();
        some.component(about, "REQUIREMENT", "R1", today().minusYears(1));
        some.order(about, "COMPLETE", 6000);
        long instance = due();
        giveEvidence("COMPLETED", ADMIN);

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_ComponentsReady", "End_ComponentsEnded")
                .hasNotActivatedElements("Task_FinalReview", "Task_EndEvent");
        assertThat(state()).isEqualTo("COMPONENTS_ENDED");
        assertThat(ended()).isEqualTo("no");
        assertThat(records.count("SELECT COUNT(*) FROM case_component WHERE case_id = ? AND closed_on IS NULL", about))
                .isEqualTo(1);
    }

    @Test
    void aDeathTakesEveryTaskAwayAtOnceAndTheCaseEndsWhateverBlockedIt() {
        some.component(about, "WARRANT", "W1", today().minusDays(3));
        long instance = due();
        tasklist.open("Task_ClearBlocks");

        assertThat(caseEvents.record(some.crn(about), 1, "DIED", today(), ADMIN))
                .isTrue();
        assertThat(caseEvents.record(some.crn(about), 1, "DIED", today(), ADMIN))
                .as("told once")
                .isFalse();

        tasklist.open("Task_Evidence");
        assertThat(tasklist.allOpen("Task_ClearBlocks")).isEmpty();
        process(instance).hasCompletedElements("Message_EventHappened");
        giveEvidence("DIED", ADMIN);
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);
        process(instance).isCompleted().hasCompletedElements("End_Terminated");
        assertThat(ended()).isEqualTo(today() + " DIED");
    }

    @Test
    void anEventToldByMistakeIsTakenBackAndTheProcessFindsNothingToDo() {
        assertThat(caseEvents.record(some.crn(about), 1, "REVOKED", today(), ADMIN))
                .isTrue();
        long instance = instance();
        tasklist.open("Task_Evidence");

        reopening.reopen(
                some.crn(about),
                1,
                "Planted: it was another person",
                new Colleague("data-lead-nw", Set.of("data-lead-nw", "case-admin-nw", "spo-nw")));

        process(instance).isCompleted().hasCompletedElements("End_NothingToDo");
        assertThat(tasklist.allOpen("Task_Evidence")).isEmpty();
        assertThat(state()).isEqualTo("REOPENED");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("Planted"));
    }

    @Test
    void whileTheServiceIsHandedOverItWaitsAndGoesOnUnderTheNewOwner() {
        some.heldBy(about, "PSC_LIVERPOOL");
        long instance = byHand(some.crn(about), 1, "NW");
        assertThat(tasklist.open("Task_ConfirmStart").getCandidateGroups())
                .as("the region's, and whose unit does it")
                .containsExactly("case-admin-nw", "case-admin-liverpool");
        assertThat(some.terminations(about)).as("nothing is started before").isZero();
        tasklist.complete("Task_ConfirmStart", ADMIN.userName(), Map.of("startAnswer", "START"));
        process(instance).isCompleted().hasCompletedElements("End_StartedByHand");
        assertThat(records.audited("termination/" + some.termination(about)))
                .contains("TERMINATION_STARTED by case-admin-nw");
        instance = instance();
        tasklist.open("Task_Evidence");
        assertThat(tasklist.open("Task_Evidence").getCandidateGroups()).containsExactly("case-admin-liverpool");

        long handover = programme.launched(new ExampleHandover(
                "H-NW-9",
                HandoverKind.HANDOVER,
                "NW",
                "TERMINATIONS",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 1),
                workingDay(30),
                "BRIEFING"));
        inventory.take(handover);
        programme.start(
                "case-transfer",
                handover,
                Map.of(
                        "fromManagerGroups",
                        List.of("psc-manager-liverpool"),
                        "receivingGroups",
                        List.of("head-of-operations-nw")));

        process(instance).hasActiveElements("Catch_QueueReleased").hasCompletedElements("Message_QueueFrozen");
        assertThat(tasklist.allOpen("Task_Evidence"))
                .as("the old owner's task is gone")
                .isEmpty();
        tasklist.complete(
                "Task_SignReleasing",
                "psc-manager-liverpool",
                Map.of("releasingSignature", "SIGN", "understood", true));
        process(instance).hasActiveElements("Catch_QueueReleased");
        tasklist.complete(
                "Task_SignReceiving",
                "head-of-operations-nw",
                Map.of("receivingSignature", "SIGN", "understood", true));

        assertThat(tasklist.open("Task_Evidence").getCandidateGroups()).containsExactly("case-admin-nw");
        giveEvidence("COMPLETED", ADMIN);
        tasklist.complete("Task_FinalReview", PRACTITIONER.userName(), AGREE);
        process(instance).isCompleted().hasCompletedElements("End_Terminated");
        assertThat(some.terminations(about)).isEqualTo(1);
    }

    @Test
    void whatCannotBeStartedByHandIsATaskThatSaysWhy() {
        long instance = byHand("X999999", 1, "NW");
        tasklist.complete("Task_ConfirmStart", ADMIN.userName(), Map.of("startAnswer", "START"));

        tasklist.complete("Task_StartRefused", ADMIN.userName(), Map.of());

        process(instance).isCompleted().hasCompletedElements("End_Refused");
        assertThat(told("refusedReason")).contains("X999999");
    }

    @Test
    void whatWasAskedByHandIsWithdrawnAndWhatNamesNoCaseOrRegionEnds() {
        long instance = byHand(some.crn(about), 1, "NW");
        tasklist.complete("Task_ConfirmStart", ADMIN.userName(), Map.of("startAnswer", "WITHDRAW"));
        process(instance).isCompleted().hasCompletedElements("End_Withdrawn");

        process(byHand(some.crn(about), 1, "ATLANTIS")).isCompleted().hasCompletedElements("End_NothingAsked");
        process(byHand("Robert'); DROP TABLE staff", 1, "NW")).isCompleted().hasCompletedElements("End_NothingAsked");
        assertThat(some.terminations(about)).isZero();
    }

    @Test
    void ofALimitedAccessCaseTheEngineKnowsTheCrnAlone() {
        given.theCase(about).limitedAccess().save();
        given.theCase(about).rosh("RVHR").save();
        due();
        tasklist.open("Task_Evidence");

        assertThat(told("caseText")).isEqualTo("\"CRN " + some.crn(about) + "\"");
        assertThat(tasklist.card(tasklist.open("Task_Evidence"))).contains("CRN " + some.crn(about));
        assertThat(told("limited")).isEqualTo("true");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().matches(".*(RVHR|NW00001|Alcohol).*"))
                .extracting(variable -> variable.getName())
                .as("no fact of the case, nor a date counted from one")
                .isSubsetOf(
                        "terminationId",
                        "crn",
                        "caseText",
                        "taskContextDisplayName",
                        "limited",
                        "regionCode",
                        "regionSlug",
                        "regionName",
                        "ownerGroup",
                        "practitionerGroup",
                        "consoleUrl",
                        "terminationUrl",
                        "over",
                        "frozen",
                        "way",
                        "lookAgainAt",
                        "taskDueAt",
                        "overdueNoticeCycle",
                        "evidenceOnPage",
                        "evidenceRefused",
                        "reviewRefused",
                        "spoRefused",
                        "lookedRefused",
                        "courtRefused");
    }

    private long byHand(String crn, int event, String region) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("case-termination")
                .latestVersion()
                .variables(Map.of("crn", crn, "eventNumber", event, "regionCode", region))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private long due() {
        assertThat(dueTerminations.startAll()).isEqualTo(1);
        return instance();
    }

    private long instance() {
        return await("the termination has begun")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM termination WHERE id = ?")
                                .param(some.termination(about))
                                .query(Long.class)
                                .single(),
                        key -> key != 0);
    }

    /** Gives every component this outcome and completes the task. */
    private void giveEvidence(String outcome, Colleague by) {
        tasklist.open("Task_Evidence");
        long termination = some.termination(about);
        evidence.give(termination, components().stream().collect(Collectors.toMap(key -> key, key -> outcome)), by);
        tasklist.complete("Task_Evidence", ADMIN.userName(), Map.of("evidenceOnPage", true));
    }

    /** What needs an outcome: the whole event or only the unpaid work. */
    private List<String> components() {
        boolean whole = !"COMPONENT_ONLY"
                .equals(jdbc.sql("SELECT eligibility FROM termination WHERE id = ?")
                        .param(some.termination(about))
                        .query(String.class)
                        .single());
        return jdbc.sql("""
            SELECT CONCAT('UPW-', requirement_id) FROM upw_order WHERE case_id = :case
            UNION ALL SELECT CONCAT(kind, '-', reference) FROM case_component WHERE :whole AND case_id = :case AND kind IN ('REQUIREMENT', 'LICENCE_CONDITION', 'REGISTRATION')
            UNION ALL SELECT CONCAT('EVENT-', event_number) FROM probation_case WHERE :whole AND id = :case
            """)
                .param("case", about)
                .param("whole", whole)
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM termination WHERE id = ?")
                .param(some.termination(about))
                .query(String.class)
                .single();
    }

    private String ended() {
        return jdbc.sql("SELECT COALESCE(CONCAT(ended_on, ' ', end_reason), 'no') FROM probation_case WHERE id = ?")
                .param(about)
                .query(String.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT template FROM case_letter WHERE case_id = ? ORDER BY template")
                .param(about)
                .query(String.class)
                .list();
    }

    private String told(String variable) {
        return camunda.newVariableSearchRequest().filter(filter -> filter.name(variable)).send().join().items().stream()
                .map(found -> found.getValue())
                .filter(value -> !value.equals("null"))
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }

    private static Colleague colleague(String group) {
        return new Colleague(group, Set.of(group));
    }
}
