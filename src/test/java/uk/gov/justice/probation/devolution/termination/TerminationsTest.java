package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;

@DomainTest
abstract class TerminationsTest {
    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    StartingTerminations starting;

    @Autowired
    TerminationDates dates;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    EligibilityTable table;

    @Autowired
    FindingOpenWork finding;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    Reviewing reviewing;

    @Autowired
    GoingBackToCourt court;

    @Autowired
    EndingComponents endingComponents;

    @Autowired
    EndingCases ending;

    @Autowired
    TellingOthers telling;

    @Autowired
    Terminations terminations;

    @Autowired
    WorkloadBatch workloads;

    @Autowired
    Cases cases;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    private SomeTerminations some;
    private long task;

    @BeforeEach
    void some() {
        some = new SomeTerminations(jdbc);
    }

    @Test
    void theDueListTakesWhatEndsTodayOrIsCompleteOnceAndTellsTheEngine() {
        long ends = some.endingCase(TODAY);
        long endedBefore = some.endingCase(TODAY.minusDays(40));
        long goesOn = some.endingCase(TODAY.plusDays(1));
        long open = some.endingCase(null);
        long complete = some.endingCase(TODAY.plusDays(100));
        some.order(complete, "COMPLETE", 6000);

        assertThat(dueTerminations.startAll()).isEqualTo(3);
        assertThat(dueTerminations.startAll()).as("made again").isZero();
        assertThat(List.of(ends, endedBefore, complete))
                .allSatisfy(caseId -> assertThat(some.terminations(caseId)).isEqualTo(1));
        assertThat(List.of(goesOn, open))
                .allSatisfy(caseId -> assertThat(some.terminations(caseId)).isZero());
        assertThat(termination(complete))
                .extracting(Termination::cause, Termination::dueOn)
                .containsExactly(Cause.HOURS_COMPLETE, TODAY);
        assertThat(termination(endedBefore))
                .extracting(Termination::cause, Termination::dueOn)
                .containsExactly(Cause.EXPECTED_END, TODAY.minusDays(40));
        assertThat(messages("termination.due"))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.variables()).containsOnlyKeys("terminationId"));
    }

    @Test
    void theDueListLeavesWhatIsNotARegionsFrozenEndedOrRunning() {
        long pscs = some.endingCase(TODAY);
        some.heldBy(pscs, "PSC_LIVERPOOL");
        long ended = some.endingCase(TODAY);
        given.theCase(ended).ended(TODAY).save();
        long running = some.endingCase(TODAY);
        starting.startByHand(some.crn(running), 1, "NW", 1, "case-admin-nw");
        assertThat(dueTerminations.startAll()).isZero();

        long frozen = some.endingCase(TODAY);
        some.frozen("REGION_NW");
        assertThat(dueTerminations.startAll()).isZero();
        some.released();
        assertThat(dueTerminations.startAll()).isEqualTo(1);
        assertThat(some.terminations(frozen)).isEqualTo(1);
    }

    @Test
    void twoDueListsInTheSameMomentStartEachCaseOnce() throws Exception {
        for (int n = 0; n < 20; n++) some.endingCase(TODAY);
        Callable<Integer> make = dueTerminations::startAll;
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var done : threads.invokeAll(List.of(make, make, make))) done.get();
        }
        assertThat(dueTerminations.startAll()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM termination")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void completeHoursStartATerminationAtOnceWhereARegionHasIt() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        long order = some.order(caseId, "COMPLETE", 6000);
        long pscs = some.endingCase(TODAY.plusDays(90));
        some.heldBy(pscs, "PSC_LIVERPOOL");
        inTransaction(() -> {
            publisher.publishEvent(new HoursComplete(order, caseId));
            publisher.publishEvent(new HoursComplete(order, caseId));
            publisher.publishEvent(new HoursComplete(order, pscs));
        });
        assertThat(termination(caseId).cause()).isEqualTo(Cause.HOURS_COMPLETE);
        assertThat(some.terminations(caseId)).isEqualTo(1);
        assertThat(some.terminations(pscs)).isZero();
    }

    @Test
    void byHandItStartsOnceAndARefusalSaysWhy() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        String crn = some.crn(caseId);
        long id = starting.startByHand(" " + crn + " ", 1, "NW", 5, "case-admin-nw");
        assertThat(starting.startByHand(crn, 1, "NW", 5, "case-admin-nw"))
                .as("delivered again")
                .isEqualTo(id);
        assertThatThrownBy(() -> starting.startByHand(crn, 1, "NW", 6, "case-admin-nw"))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessage("CRN %s, event 1 is already being terminated: termination %d.".formatted(crn, id));
        assertThatThrownBy(() -> starting.startByHand("X999999", 3, "NW", 7, "case-admin-nw"))
                .hasMessageContaining("There is no event 3 of CRN X999999");
        assertThatThrownBy(() -> starting.startByHand(crn, 1, "GM", 8, "case-admin-nw"))
                .hasMessageContaining("belongs to North West");
        long ended = some.endingCase(TODAY);
        given.theCase(ended).ended(LocalDate.of(2021, 11, 30)).save();
        assertThatThrownBy(() -> starting.startByHand(some.crn(ended), 1, "NW", 9, "case-admin-nw"))
                .hasMessageContaining("ended on 30 November 2021");
        given.theCase(ended).limitedAccess().save();
        assertThatThrownBy(() -> starting.startByHand(some.crn(ended), 1, "NW", 9, "case-admin-nw"))
                .hasMessageNotContaining("ended")
                .hasMessageNotContaining("event 1");
        long nobodys = some.endingCase(TODAY);
        given.theServices(nobodys).delete();
        assertThatThrownBy(() -> starting.startByHand(some.crn(nobodys), 1, "NW", 10, "case-admin-nw"))
                .hasMessageContaining("Import the file 'case-services'");
    }

    @Test
    void itIsLateAfterItsWorkingDays() {
        assertThat(dates.overdueOn(LocalDate.of(2021, 12, 23)))
                .as("Christmas, Boxing Day's substitute and a weekend lie between")
                .isEqualTo(LocalDate.of(2022, 1, 4));
        assertThat(dates.overdueOn(LocalDate.of(2022, 4, 14)))
                .as("Good Friday and Easter Monday")
                .isEqualTo(LocalDate.of(2022, 4, 25));
        assertThat(dates.overdueOn(LocalDate.of(2024, 2, 26)))
                .as("29 February is a working day")
                .isEqualTo(LocalDate.of(2024, 3, 4));
        assertThat(dates.overdueOn(LocalDate.of(2021, 11, 20))).as("a Saturday").isEqualTo(LocalDate.of(2021, 11, 26));
        assertThat(dates.overdueOn(LocalDate.of(1999, 5, 1)))
                .as("older than the calendar")
                .isEqualTo(LocalDate.of(1999, 5, 1));
    }

    @Test
    void whatBlocksIsFoundByItsKindAndKeptWithReasons() {
        long caseId = some.endingCase(TODAY);
        some.component(caseId, "BREACH", "B1", LocalDate.of(2021, 5, 3));
        some.component(caseId, "WARRANT", "W1", LocalDate.of(2021, 6, 4));
        some.component(caseId, "APPOINTMENT", "A1", TODAY);
        some.component(caseId, "APPOINTMENT", "A2", TODAY.plusDays(1));
        long id = started(caseId);

        CollectingOpenWork.Collected collected = collecting.collect(id, 9);
        assertThat(collected.open().flags())
                .containsEntry("breachOpen", true)
                .containsEntry("warrantOpen", true)
                .containsEntry("appointmentOpen", true)
                .containsEntry("enforcementOpen", false)
                .containsEntry("hoursLeft", false)
                .containsEntry("endedByEvent", false);
        assertThat(table.eligibility(collected.open())).isEqualTo(Eligibility.BLOCK);
        collecting.decide(id);
        collecting.decide(id);
        assertThat(some.blockers(id))
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).isEqualTo("Breach B1, open since 3 May 2021"));
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.BLOCKED);

        given.allComponents().closedAtOnce().save();
        assertThat(decide(id)).isEqualTo(Eligibility.COMPLETE);
        assertThat(some.blockers(id)).isEmpty();
    }

    @Test
    void sessionsWithoutOutcomeAndOpenEnforcementBlock() {
        long caseId = some.endingCase(TODAY);
        long order = some.order(caseId, "SESSIONS", 6000);
        some.session(order, "S1", TODAY.minusDays(1), "PLANNED");
        some.session(order, "S2", TODAY.minusDays(2), "SETTLED");
        some.session(order, "S3", TODAY.plusDays(1), "PLANNED");
        long id = started(caseId);
        assertThat(collecting.collect(id, 1).open().blockers())
                .extracting(blocker -> blocker.kind().name(), Blocker::reference)
                .containsExactly(tuple("APPOINTMENT", "S1"));

        given.theSession("S1").state("SETTLED").save();
        some.enforcement("S2", "WARNED");
        assertThat(decide(id)).isEqualTo(Eligibility.BLOCK);
        assertThat(some.blockers(id))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Enforcement of the failure on"));
        given.allEnforcements().state("CLOSED").save();
        inTransaction(() -> publisher.publishEvent(new EnforcementClosed(caseId)));
        assertThat(messages("termination.unblocked"))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo("" + id));
        assertThat(decide(id)).isEqualTo(Eligibility.COMPLETE);
    }

    @Test
    void hoursLeftGoBackToCourtAndTheRequirementStaysLive() {
        long caseId = some.endingCase(TODAY);
        long order = some.order(caseId, "COURT", 5999);
        long id = started(caseId);
        assertThat(decide(id)).isEqualTo(Eligibility.EXTEND);
        court.applied(id, TODAY, TODAY.plusDays(60), by("practitioner"));
        court.applied(id, TODAY, null, by("practitioner"));
        court.keepLive(id);
        court.keepLive(id);

        assertThat(terminations.get(id))
                .extracting(Termination::state, Termination::extendedTo)
                .containsExactly(TerminationState.EXTENDED, TODAY.plusDays(60));
        assertThat(cases.get(caseId).endedOn()).isNull();
        assertThat(dueTerminations.startAll()).as("not before the new end date").isZero();
        given.allTerminations().dueAgain(TODAY).save();
        given.theOrder(order).credited(6000).save();
        assertThat(dueTerminations.startAll()).isEqualTo(1);
        assertThat(decide(some.termination(caseId))).as("one minute more").isEqualTo(Eligibility.COMPLETE);
    }

    @Test
    void withOtherRequirementsActiveOnlyTheUnpaidWorkEnds() {
        long caseId = some.endingCase(TODAY.plusDays(1));
        long order = some.order(caseId, "COMPLETE", 6000);
        some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(100));
        dueTerminations.startAll();
        long id = some.termination(caseId);
        assertThat(decide(id)).isEqualTo(Eligibility.COMPONENT_ONLY);

        assertThat(complete(id, true, by("admin")))
                .hasValueSatisfying(refused -> assertThat(refused).startsWith("One component has no outcome"));
        evidence.give(id, Map.of("UPW-R" + caseId, "COMPLETED"), ADMIN);
        assertThat(complete(id, true, by("admin"))).isEmpty();
        assertThat(endingComponents.end(id)).isTrue();
        assertThat(endingComponents.end(id)).as("delivered again").isTrue();

        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.COMPONENTS_ENDED);
        assertThat(cases.get(caseId).endedOn()).isNull();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_component WHERE closed_on IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(dueTerminations.startAll())
                .as("the unpaid work has ended, the rest runs on")
                .isZero();
        given.theCase(caseId).expectedToEnd(TODAY).save();
        assertThat(dueTerminations.startAll()).isEqualTo(1);
        assertThat(decide(some.termination(caseId)))
                .as("at its expected end nothing is active any more")
                .isEqualTo(Eligibility.COMPLETE);
        assertThat(evidence.lines(termination(caseId), cases.get(caseId)))
                .extracting(line -> line.component().kind().name())
                .containsExactly("REQUIREMENT", "EVENT");
        assertThat(order).isPositive();
    }

    @Test
    void everyOpenComponentAndTheEventNeedAnOutcome() {
        long caseId = some.endingCase(TODAY);
        some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(100));
        some.component(caseId, "REGISTRATION", "G1", TODAY.minusDays(100));
        long id = started(caseId);
        assertThatThrownBy(() -> evidence.give(id, Map.of("EVENT-1", "COMPLETED"), ADMIN))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("does not wait for evidence");
        decide(id);

        assertThat(complete(id, false, by("admin"))).isPresent();
        assertThat(complete(id, true, by("admin")))
                .hasValueSatisfying(refused -> assertThat(refused).startsWith("3 components have no outcome"));
        evidence.give(id, Map.of("EVENT-1", "COMPLETED", "REQUIREMENT-Q1", "COMPLETED"), ADMIN);
        assertThat(complete(id, true, by("admin")))
                .hasValueSatisfying(refused -> assertThat(refused).startsWith("One component has no outcome"));
        assertThatThrownBy(() -> evidence.give(id, Map.of("REGISTRATION-G1", "WHATEVER"), ADMIN))
                .hasMessageContaining("'WHATEVER' is not an outcome");
        evidence.give(
                id,
                Map.of("EVENT-1", "COMPLETED", "REQUIREMENT-Q1", "COMPLETED", "REGISTRATION-G1", "COMPLETED_EARLY"),
                ADMIN);
        assertThat(complete(id, true, by("admin"))).isEmpty();
        assertThat(complete(id, false, by("admin"))).as("delivered again").isEmpty();
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.REVIEW);
    }

    @Test
    void onlyTheUnitThatHasItGivesEvidenceAndNotWhileItIsHandedOver() {
        long caseId = some.endingCase(TODAY);
        long id = started(caseId);
        decide(id);
        for (Colleague other : List.of(
                new Colleague("x", Set.of("case-admin-gm")),
                new Colleague("x", Set.of("practitioner-nw")),
                new Colleague("x", Set.of("case-admin-liverpool")))) {
            assertThatThrownBy(() -> evidence.give(id, Map.of("EVENT-1", "COMPLETED"), other))
                    .isInstanceOf(NotAllowedException.class);
        }
        given.theCase(caseId).limitedAccess().save();
        assertThatThrownBy(() -> evidence.give(id, Map.of("EVENT-1", "COMPLETED"), ADMIN))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("limited-access");
        given.theCase(caseId).openAccess().save();
        some.frozen("REGION_NW");
        assertThatThrownBy(() -> evidence.give(id, Map.of("EVENT-1", "COMPLETED"), ADMIN))
                .isInstanceOf(Frozen.class)
                .hasMessageContaining("is being handed over");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM termination_component")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void highRiskMappaAndOutstandingHoursNeedASeniorWhoDidNotRecordTheEvidence() {
        long caseId = some.endingCase(TODAY);
        long id = inReview(caseId);
        assertThat(open(id).needsSpo()).isFalse();
        for (String risk : List.of("RVHR", "RHRH")) {
            given.theCase(caseId).rosh(risk).save();
            assertThat(open(id).needsSpo()).as(risk).isTrue();
        }
        given.theCase(caseId).rosh("RMRH").save();
        given.theCase(caseId).mappa("M1").save();
        assertThat(open(id).needsSpo()).isTrue();

        assertThat(reviewing.review(id, "AGREE", by("practitioner"))).isTrue();
        assertThat(reviewing.review(id, "SEND_BACK", by("practitioner")))
                .as("delivered again")
                .isTrue();
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.SPO);
        assertThat(agree(id, "AGREE", SomeAnswers.of(++task, "admin", "spo-nw")))
                .hasValueSatisfying(refused -> assertThat(refused).contains("another senior probation officer"));
        assertThat(agree(id, "AGREE", by("senior"))).isEmpty();
        assertThat(terminations.get(id))
                .extracting(Termination::state, Termination::agreedBy)
                .containsExactly(TerminationState.ENDING, "senior");
    }

    @Test
    void anAnswerIsTakenOnlyFromWhoseStepItIsAtThatMoment() {
        long caseId = some.endingCase(TODAY);
        given.theCase(caseId).rosh("RVHR").save();
        long id = started(caseId);
        decide(id);
        evidence.give(id, Map.of("EVENT-1", "COMPLETED"), ADMIN);

        for (String stranger : List.of("case-admin-gm", "practitioner-nw", "spo-nw", "hr-nw", "P0001")) {
            assertThatThrownBy(() -> evidence.complete(id, true, SomeAnswers.of(1, stranger)))
                    .as(stranger)
                    .isInstanceOf(NotAllowedException.class);
        }
        some.heldBy(caseId, "PSC_LIVERPOOL");
        assertThatThrownBy(() -> evidence.complete(id, true, by("admin")))
                .as("the unit changed meanwhile")
                .isInstanceOf(NotAllowedException.class);
        some.heldBy(caseId, "REGION_NW");
        evidence.complete(id, true, by("admin"));
        for (String stranger : List.of("practitioner-gm", "case-admin-nw", "spo-nw")) {
            assertThatThrownBy(() -> reviewing.review(id, "AGREE", SomeAnswers.of(1, stranger)))
                    .as(stranger)
                    .isInstanceOf(NotAllowedException.class);
        }
        given.theCase(caseId).limitedAccess().save();
        assertThatThrownBy(() -> reviewing.review(id, "AGREE", by("practitioner")))
                .as("limited meanwhile")
                .isInstanceOf(NotAllowedException.class);
        given.theCase(caseId).openAccess().save();
        reviewing.review(id, "AGREE", by("practitioner"));
        for (String stranger : List.of("spo-gm", "practitioner-nw", "case-admin-nw")) {
            assertThatThrownBy(() -> reviewing.agree(id, "AGREE", SomeAnswers.of(1, stranger)))
                    .as(stranger)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.SPO);
    }

    @Test
    void whatTheCourtDidWithALimitedAccessCaseIsNotedOnOurPage() {
        long caseId = some.endingCase(TODAY);
        some.order(caseId, "SESSIONS", 3000);
        given.theCase(caseId).limitedAccess().save();
        long id = started(caseId);
        assertThat(decide(id)).isEqualTo(Eligibility.EXTEND);
        given.access(caseId, "practitioner");

        assertThat(SomeAnswers.refusal(() -> court.applied(id, null, null, by("practitioner"))))
                .hasValueSatisfying(refused -> assertThat(refused).startsWith("Record on the page"));
        assertThatThrownBy(() -> court.note(id, TODAY, null, new Colleague("practitioner", Set.of("spo-nw"))))
                .isInstanceOf(NotAllowedException.class);
        court.note(id, TODAY, TODAY.plusMonths(3), new Colleague("practitioner", Set.of("practitioner-nw")));
        court.applied(id, null, null, by("practitioner"));

        assertThat(terminations.get(id))
                .extracting(Termination::appliedOn, Termination::extendedTo)
                .containsExactly(TODAY, TODAY.plusMonths(3));
    }

    @Test
    void aReviewSendsBackToTheEvidence() {
        long caseId = some.endingCase(TODAY);
        given.theCase(caseId).rosh("RVHR").save();
        long id = inReview(caseId);
        reviewing.review(id, "SEND_BACK", by("practitioner"));
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.EVIDENCE);
        evidence.complete(id, true, by("admin"));
        reviewing.review(id, "AGREE", by("practitioner"));
        assertThat(agree(id, "SEND_BACK", by("senior"))).isEmpty();
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.EVIDENCE);
    }

    @Test
    void theWholeEventEndsOnceWithLettersNoticesAndTheWorkload() {
        long caseId = some.endingCase(TODAY.minusDays(3));
        some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(100));
        some.component(caseId, "APPOINTMENT", "A1", TODAY.plusDays(7));
        some.endingCase(TODAY.plusDays(400));
        staff();
        long id = agreed(caseId);
        for (int delivery = 0; delivery < 2; delivery++) end(id);

        assertThat(cases.get(caseId).endedOn())
                .as("the expected end date was why")
                .isEqualTo(TODAY.minusDays(3));
        assertThat(jdbc.sql("SELECT end_reason FROM probation_case WHERE id = ?")
                        .param(caseId)
                        .query(String.class)
                        .single())
                .isEqualTo("COMPLETED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_component WHERE case_id = ? AND closed_on IS NULL")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(terminations.get(id))
                .extracting(Termination::state, Termination::reasonCode)
                .containsExactly(TerminationState.TERMINATED, "COMPLETED");
        assertThat(jdbc.sql("SELECT template FROM case_letter WHERE case_id = ? ORDER BY id")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .containsExactly("COURT_NOTICE", "VICTIM_LIAISON_NOTICE", "PROVIDER_NOTICE");
        assertThat(jdbc.sql("SELECT to_group FROM notification ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("case-admin-nw", "practitioner-nw");
        assertThat(workloads.of("NW00001")).contains(new WorkloadBatch.Workload(115, 2176));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_service WHERE case_id = ? AND open_mark = 1")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .as("who answers for it stays")
                .isEqualTo(1);
        assertThat(collecting.collect(id, 1).over()).isTrue();
    }

    @Test
    void whatChangedSinceTheReviewIsLookedAtAgain() {
        long caseId = some.endingCase(TODAY);
        long id = agreed(caseId);
        some.component(caseId, "WARRANT", "W1", TODAY);
        assertThat(endingComponents.end(id)).as("a warrant came in").isFalse();
        given.allComponents().closedAtOnce().save();
        long added = some.component(caseId, "REQUIREMENT", "Q9", TODAY);
        assertThat(endingComponents.end(id))
                .as("a component without an outcome came in")
                .isFalse();
        given.theComponent(added).delete();
        some.frozen("REGION_NW");
        assertThat(endingComponents.end(id)).as("it is handed over").isFalse();
        assertThat(collecting.collect(id, 1).frozen()).isTrue();
        assertThat(terminations.get(id))
                .extracting(Termination::state, Termination::waiting)
                .containsExactly(TerminationState.WAITING, true);
    }

    @Test
    void aTerminationWaitsForAHandoverAndGoesOnWithTheNewOwner() {
        long caseId = some.endingCase(TODAY);
        some.heldBy(caseId, "PSC_LIVERPOOL");
        long id = starting.startByHand(some.crn(caseId), 1, "NW", 1, "case-admin-nw");
        assertThat(collecting.collect(id, 1).owner().group()).isEqualTo("case-admin-liverpool");
        long handover = some.frozen("PSC_LIVERPOOL");
        inTransaction(() -> publisher.publishEvent(new QueueFrozen(handover)));
        assertThat(messages("termination.queueFrozen"))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo("" + id));
        assertThat(collecting.collect(id, 1).frozen()).isTrue();

        given.theServicesGoingOn(caseId).unit("REGION_NW").begunBy(handover).save();
        some.released();
        for (int told = 0; told < 2; told++) inTransaction(() -> publisher.publishEvent(new QueueReleased(handover)));
        assertThat(messages("termination.queueReleased"))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo("" + id));
        assertThat(collecting.collect(id, 1)).satisfies(collected -> {
            assertThat(collected.frozen()).isFalse();
            assertThat(collected.owner().group()).isEqualTo("case-admin-nw");
        });
    }

    @Test
    void anOverdueOneIsToldOnceToItsManagers() {
        long id = started(some.endingCase(TODAY.minusDays(40)));
        telling.lateness(id);
        telling.lateness(id);
        assertThat(jdbc.sql("SELECT to_group FROM notification ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("head-of-operations-nw", "spo-nw", "case-admin-nw");
    }

    @Test
    void oneThatIsSoonOverdueIsToldOnceToThoseWhoWorkOnIt() {
        long id = started(some.endingCase(TODAY));
        telling.lateness(id);
        telling.lateness(id);
        assertThat(jdbc.sql("SELECT CONCAT(to_group, ': ', subject) FROM notification ORDER BY id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(
                        told -> told.matches("(case-admin-nw|practitioner-nw): The termination of .* is soon overdue"));
    }

    private Termination termination(long caseId) {
        return terminations.get(some.termination(caseId));
    }

    private long started(long caseId) {
        dueTerminations.startAll();
        return some.termination(caseId);
    }

    private Eligibility decide(long id) {
        collecting.collect(id, 1);
        return collecting.decide(id);
    }

    private OpenWork open(long id) {
        Termination termination = terminations.get(id);
        return finding.of(cases.get(termination.caseId()), termination);
    }

    private long inReview(long caseId) {
        long id = started(caseId);
        decide(id);
        Map<String, String> outcomes = new HashMap<>();
        evidence.lines(terminations.get(id), cases.get(caseId))
                .forEach(line -> outcomes.put(line.component().key(), "COMPLETED"));
        evidence.give(id, outcomes, ADMIN);
        assertThat(complete(id, true, by("admin"))).isEmpty();
        return id;
    }

    private long agreed(long caseId) {
        long id = inReview(caseId);
        assertThat(reviewing.review(id, "AGREE", by("practitioner"))).isFalse();
        return id;
    }

    private void end(long id) {
        assertThat(endingComponents.end(id)).isTrue();
        ending.endEvent(id);
        ending.closeAppointments(id);
        telling.ended(id);
        ending.recalculateWorkload(id);
    }

    private void staff() {
        given.aColleague("NW00001").named("A Practitioner").grade("PO").save();
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    private Optional<String> complete(long id, boolean onPage, TaskAnswer by) {
        return SomeAnswers.refusal(() -> evidence.complete(id, onPage, by));
    }

    private Optional<String> agree(long id, String decision, TaskAnswer by) {
        return SomeAnswers.refusal(() -> reviewing.agree(id, decision, by));
    }

    private TaskAnswer by(String userName) {
        return SomeAnswers.of(
                ++task,
                userName,
                Map.of("admin", "case-admin-nw", "practitioner", "practitioner-nw", "senior", "spo-nw")
                        .get(userName));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TerminationsOnMariaDbTest extends TerminationsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TerminationsOnMySqlTest extends TerminationsTest {}
