package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approvals;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OrdersImported;
import uk.gov.justice.probation.devolution.unpaidwork.intake.PlacingWithTeams;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingByHand;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Filter;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Choice;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Proposal;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions.Step;

@DomainTest
abstract class OrdersTest {
    private static final Colleague OFFICER = new Colleague("officer", Set.of("pso-nw"));
    private static final Colleague SENIOR = new Colleague("senior", Set.of("spo-nw"));
    private static final Colleague ADMINISTRATOR = new Colleague("admin", Set.of("case-admin-nw"));
    private static final LocalDate TUESDAY = TODAY.plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));

    private static final Colleague EVERYBODY_OF_THE_REGION = new Colleague(
            "somebody",
            Set.of(
                    "case-admin-nw",
                    "case-admin-liverpool",
                    "pso-nw",
                    "spo-nw",
                    "practitioner-nw",
                    "placement-coordinator-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orders orders;

    @Autowired
    Cases cases;

    @Autowired
    StartingOrders starting;

    @Autowired
    OpeningOrders opening;

    @Autowired
    PlacingWithTeams placing;

    @Autowired
    AssessingOrders assessing;

    @Autowired
    ChoosingProjects choosing;

    @Autowired
    InstructingOrders instructing;

    @Autowired
    CaseLetters letters;

    @Autowired
    FollowingOrders following;

    @Autowired
    StartingByHand byHand;

    @Autowired
    DueToday dueToday;

    @Autowired
    CompletingOrders completing;

    @Autowired
    StoppingOrders stopping;

    @Autowired
    OrderReminders reminders;

    @Autowired
    Deadlines deadlines;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEvents events;

    private SomeOrders some;
    private int task = 1;

    @BeforeEach
    void fixtures() {
        some = new SomeOrders(jdbc);
    }

    @Test
    void aNewOrderStartsAtTheBeginningAndOnce() {
        long order = some.order();
        assertThat(starting.start(order, "system")).isTrue();
        assertThat(starting.start(order, "system")).as("a second start").isFalse();

        assertThat(orders.get(order)).extracting(Order::state, Order::teamCode).containsExactly(OrderState.TEAM, null);
        assertThat(messages("unpaidwork.orderReceived")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(order));
            assertThat(message.variables()).isEqualTo(Map.of("orderId", order));
        });
    }

    @Test
    void startedAtTheSameMomentItStartsOnce() throws Exception {
        long order = some.order();
        Callable<Boolean> start = () -> starting.start(order, "system");
        int started = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var attempt : threads.invokeAll(List.of(start, start, start, start))) started += attempt.get() ? 1 : 0;
        }
        assertThat(started).isEqualTo(1);
    }

    @Test
    void anOrderWithSessionsToComeStandsAtThem() {
        long order = some.order();
        some.project("P1");
        given.theOrder(order).credited(1200).save();
        some.session(order, "P1", TODAY.minusDays(3));
        some.session(order, "P1", TUESDAY);
        some.session(order, "P1", TUESDAY.plusDays(14));
        starting.start(order, "system");
        assertThat(orders.get(order))
                .extracting(Order::state, Order::projectCode, Order::frequency, Order::firstSessionOn, Order::teamCode)
                .containsExactly(OrderState.SESSIONS, "P1", Frequency.FORTNIGHTLY, TUESDAY, "TEAM_NW_UPW");
    }

    @Test
    void anOrderWithMinutesAndNoSessionToComeStandsAtItsProjectOrAtItsApproval() {
        long plain = some.order();
        long veryHigh = some.order();
        given.theOrder(plain).credited(1).save();
        given.theOrder(veryHigh).credited(1).save();
        given.theCaseOf(veryHigh).rosh("RVHR").save();
        starting.start(plain, "system");
        starting.start(veryHigh, "system");
        assertThat(orders.get(plain).state()).isEqualTo(OrderState.PROJECT);
        assertThat(orders.get(veryHigh).state()).isEqualTo(OrderState.APPROVAL);
        assertThat(assessing.approvals(veryHigh)).isEqualTo(new Approvals(true, true, false));
    }

    @Test
    void eachStepLeadsOnFromItsOwnStateAndFromNoOther() {
        long order = some.order();
        given.theOrder(order).assessed(MORNING).save();
        Map<Consumer<Order>, OrderState> begins = Map.of(
                one -> one.begin(OrderState.TEAM, CLOCK.instant()),
                OrderState.NOT_STARTED,
                one -> one.allocate("TEAM_NW_UPW", TODAY),
                OrderState.TEAM,
                one -> one.induct(TODAY, deadlines),
                OrderState.ASSESSMENT,
                Order::approve,
                OrderState.APPROVAL,
                Order::assessAgain,
                OrderState.APPROVAL,
                one -> one.place("P1", Frequency.WEEKLY, TUESDAY),
                OrderState.PROJECT,
                one -> one.instruct(CLOCK.instant()),
                OrderState.INSTRUCTIONS,
                Order::giveUpPlace,
                OrderState.SESSIONS);
        for (OrderState state : OrderState.values()) {
            given.theOrder(order).state(state).save();
            begins.forEach((step, from) -> {
                Order asked = orders.get(order);
                if (state == from) step.accept(asked);
                else
                    assertThatThrownBy(() -> step.accept(asked))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("is in state " + state);
                assertThat(asked.state() == state)
                        .as("%s stays, where a step from %s was asked for", state, from)
                        .isEqualTo(state != from);
            });
        }
    }

    @Test
    void anOrderWhoseHoursAreCompleteNeedsNoProcess() {
        long order = some.order();
        given.theOrder(order).credited(6000).save();
        assertThat(starting.start(order, "system")).isFalse();
        assertThat(orders.get(order))
                .extracting(Order::state, Order::status)
                .containsExactly(OrderState.COMPLETE, "HC");
        assertThat(events.stream(HoursComplete.class)).containsExactly(new HoursComplete(order, some.caseOf(order)));
        assertThat(messages("unpaidwork.orderReceived")).isEmpty();
    }

    @Test
    void whatIsAskedForByHandIsRefusedWithASentenceForTheRegion() {
        assertThat(refusedStart("X999999", 1, "NW")).contains("There is no CRN X999999 with event 1");
        assertThat(refusedStart(null, null, "NW")).contains("one letter and six digits");
        assertThat(refusedStart("x".repeat(5000), 1, "NW")).contains("one letter and six digits");
        assertThat(refusedStart("X000001", "one", "NW")).contains("must be a whole number");
        assertThat(refusedStart("X000001", 1.5, "NW")).contains("must be a whole number");
        long order = some.order();
        assertThat(refusedStart("X000001", 1, "GM")).contains("does not belong to Greater Manchester");
        given.theCaseOf(order).ended(LocalDate.of(2026, 1, 1)).save();
        assertThat(refusedStart("X000001", 1, "NW")).contains("has ended");
        given.theCaseOf(order).ended(null).save();
        given.allServices().until(MORNING).save();
        assertThat(refusedStart("X000001", 1, "NW")).contains("No unit does unpaid work");
        given.allServices().goesOn().save();
        given.theOrder(order).state("SESSIONS").save();
        assertThat(refusedStart("X000001", 1, "NW")).contains("is already running");
        given.theOrder(order).state("COMPLETE").save();
        assertThat(refusedStart("X000001", 1, "NW")).contains("hours of CRN X000001, event 1 are complete");
        given.allOrders().delete();
        assertThat(refusedStart("X000001", 1, "NW")).contains("has no unpaid work requirement");
    }

    @Test
    void whatNamesNoRegionIsShownToNobodyAndOnlyAudited() {
        some.order();
        for (Object region : Arrays.asList("XX", null, 7, List.of("NW"), "NW' OR '1'='1"))
            assertThat(byHand.find("X000001", 1, region, task++))
                    .as("%s", region)
                    .isEmpty();
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'START_WITHOUT_REGION'"))
                .isEqualTo(5);
        assertThat(count("SELECT COUNT(*) FROM task_subject")).isZero();
        assertThat(messages("unpaidwork.orderReceived")).isEmpty();
    }

    @Test
    void whatIsAskedForByHandBeginsWhenTheUnitThatHoldsItConfirmsAndInTheirName() {
        long order = some.order("PSC_LIVERPOOL");
        StartingByHand.Asked asked = byHand.find(" x000001 ", 1, "NW", 5).orElseThrow();
        assertThat(asked.refused()).isNull();
        assertThat(asked.group()).isEqualTo("case-admin-liverpool");
        assertThat(orders.get(order).state()).as("nothing begins by the form").isEqualTo(OrderState.NOT_STARTED);
        long caseId = some.caseOf(order);
        for (String other : List.of("case-admin-gm", "case-admin-nw", "pso-nw", "hr-nw", "nobody")) {
            assertThatThrownBy(() -> byHand.confirm(caseId, "START", SomeAnswers.of(task++, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> byHand.confirm(caseId, null, SomeAnswers.of(task++, "case-admin-liverpool")))
                .isInstanceOf(BreaksRules.class);
        byHand.confirm(caseId, "WITHDRAW", SomeAnswers.of(task++, "case-admin-liverpool"));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.NOT_STARTED);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'START_WITHDRAWN' AND actor = 'case-admin-liverpool'"))
                .isEqualTo(1);

        byHand.confirm(caseId, "START", SomeAnswers.of(90, "case-admin-liverpool"));
        byHand.confirm(caseId, "START", SomeAnswers.of(90, "case-admin-liverpool"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.TEAM);
        assertThat(messages("unpaidwork.orderReceived")).hasSize(1);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'ORDER_STARTED' AND actor = 'case-admin-liverpool'"))
                .isEqualTo(1);
    }

    @Test
    void aLimitedAccessCaseIsStartedByWhoMaySeeItAlone() {
        long order = some.order();
        given.theCaseOf(order).limitedAccess().save();
        assertThatThrownBy(() -> byHand.confirm(some.caseOf(order), "START", SomeAnswers.of(1, "case-admin-nw")))
                .isInstanceOf(NotAllowedException.class);
        some.granted(order, "case-admin-nw");
        byHand.confirm(some.caseOf(order), "START", SomeAnswers.of(1, "case-admin-nw"));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.TEAM);
    }

    @Test
    void onlyWhoWorksOnTheCaseStartsItThroughTheApi() {
        some.order();
        assertThatThrownBy(() -> starting.start("X000001", 1, new Colleague("other", Set.of("case-admin-gm"))))
                .isInstanceOf(NotAllowedException.class);
        starting.start("X000001", 1, ADMINISTRATOR);
        assertThat(messages("unpaidwork.orderReceived")).hasSize(1);
    }

    @Test
    void anImportStartsWhatARegionHoldsAlready() {
        long regions = some.order();
        long centres = some.order("PSC_LIVERPOOL");
        transactions.executeWithoutResult(tx -> publisher.publishEvent(new OrdersImported(List.of(regions, centres))));
        assertThat(orders.get(regions).state()).isEqualTo(OrderState.TEAM);
        assertThat(orders.get(centres).state()).isEqualTo(OrderState.NOT_STARTED);
    }

    @Test
    void aFrozenOrderWaitsAndGoesOnWhereItStoodUnderWhoeverHoldsItThen() {
        long order = started("PSC_LIVERPOOL");
        assertThat(opening.open(order, 5))
                .extracting(
                        OpeningOrders.OpenedOrder::standsAt,
                        opened -> opened.owner().group())
                .containsExactly("TEAM", "case-admin-liverpool");

        some.frozen("PSC_LIVERPOOL", true);
        transactions.executeWithoutResult(tx -> publisher.publishEvent(new QueueFrozen(7)));
        assertThat(messages("unpaidwork.queueFrozen"))
                .singleElement()
                .extracting(EngineMessage::correlationKey)
                .isEqualTo(Long.toString(order));
        placing.confirm(order, "PSC_LIVERPOOL_UPW", by());
        assertThat(orders.get(order).state())
                .as("an answer after the freeze is not taken")
                .isEqualTo(OrderState.TEAM);
        assertThat(opening.open(order, 5).standsAt()).isEqualTo("FROZEN");
        assertThat(orders.get(order).waiting()).isTrue();

        given.allServices().unit("REGION_NW").begunBy(7).save();
        some.frozen("PSC_LIVERPOOL", false);
        transactions.executeWithoutResult(tx -> publisher.publishEvent(new QueueReleased(7)));
        assertThat(messages("unpaidwork.queueReleased"))
                .singleElement()
                .extracting(EngineMessage::correlationKey)
                .isEqualTo(Long.toString(order));
        assertThat(orders.get(order).waiting()).isFalse();
        assertThat(opening.open(order, 5))
                .extracting(
                        OpeningOrders.OpenedOrder::standsAt,
                        opened -> opened.owner().group())
                .containsExactly("TEAM", "case-admin-nw");
        transactions.executeWithoutResult(tx -> publisher.publishEvent(new QueueReleased(7)));
        assertThat(messages("unpaidwork.queueReleased"))
                .as("nobody waits any more")
                .hasSize(1);
    }

    @Test
    void anotherOwnersTeamTakesTheOrder() {
        long order = started("PSC_LIVERPOOL");
        placing.confirm(order, "PSC_LIVERPOOL_UPW", by());
        given.allServices().unit("REGION_NW").save();
        opening.open(order, 5);
        assertThat(orders.get(order).teamCode()).isEqualTo("TEAM_NW_UPW");
    }

    @Test
    void whatFallsDueInAnOrderIsToldOnceAndAgainOnlyWhereItsProcessBeginsAnew() {
        long order = started("REGION_NW");
        opening.open(order, 5);
        assertThat(toldDue(order)).as("a month after the sentence").isEmpty();

        given.theOrder(order).sentenced(TODAY.minusMonths(13)).save();
        assertThat(toldDue(order))
                .as("the forecasts were past before it came here; hours left go to the court, however late")
                .containsExactly("unpaidwork.monthTwelve");
        assertThat(toldDue(order)).as("told once").isEmpty();
        given.theOrder(order).received(TODAY.minusMonths(6)).save();
        opening.open(order, 5);
        assertThat(toldDue(order))
                .as("fell due while it waited")
                .containsExactlyInAnyOrder(
                        "unpaidwork.monthNine",
                        "unpaidwork.monthEleven",
                        "unpaidwork.reviewDue",
                        "unpaidwork.monthTwelve");
        following.forecast(order, Forecast.FIRST);
        following.forecast(order, Forecast.LAST);
        following.beginReview(order);
        following.appliedToCourt(order, TODAY, "EXTEND", by());
        opening.open(order, 5);
        assertThat(toldDue(order)).isEmpty();
        given.theOrder(order)
                .appliedToCourt(TODAY.minusDays(9))
                .extendedTo(TODAY)
                .save();
        assertThat(toldDue(order)).as("its last day is not over").isEmpty();
        given.theOrder(order).extendedTo(TODAY.minusDays(1)).save();
        assertThat(toldDue(order)).containsExactly("unpaidwork.monthTwelve");
        given.theOrder(order).state("COURT").save();
        assertThat(opening.open(order, 5).standsAt()).isEqualTo("ENDED");
        assertThat(toldDue(order)).isEmpty();
    }

    @Test
    void everyMorningTheProcessesAreToldWhatIsDueByTheNumberAlone() {
        long order = at("SESSIONS");
        opening.open(order, 5);
        given.theOrder(order).sentenced(TODAY.minusMonths(12).minusDays(1)).save();
        events.clear();
        dueToday.tell();
        dueToday.tell();
        assertThat(messages("unpaidwork.monthTwelve")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(order));
            assertThat(message.variables()).isEmpty();
        });
        given.theOrder(order).waiting().notAskedOfCourt().save();
        events.clear();
        dueToday.tell();
        assertThat(events.stream(EngineMessage.class))
                .as("it waits for a handover and is told afterwards")
                .isEmpty();
    }

    @Test
    void thatASessionIsOverIsToldOfLimitedAccessCasesAlone() {
        long order = at("SESSIONS");
        opening.open(order, 5);
        some.project("P1");
        long over = some.session(order, "P1", TODAY.minusDays(1));
        some.session(order, "P1", TODAY);
        dueToday.tell();
        assertThat(messages("unpaidwork.sessionOver"))
                .as("the engine knows when it is")
                .isEmpty();
        given.theCaseOf(order).limitedAccess().save();
        dueToday.tell();
        assertThat(messages("unpaidwork.sessionOver")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(over));
            assertThat(message.variables()).containsOnlyKeys("sessionDueAt", "sessionLateAt");
        });
    }

    @Test
    void caseAdministrationConfirmsTheTeamOnce() {
        long order = started("REGION_NW");
        assertThat(placing.teams(order))
                .containsExactly(new PlacingWithTeams.Choice("TEAM_NW_UPW", "North West unpaid work"));
        assertThatThrownBy(() -> placing.confirm(order, "TEAM_GM_UPW", by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("one of the unpaid work teams of North West");
        assertThatThrownBy(() -> placing.confirm(order, null, by())).isInstanceOf(BreaksRules.class);
        placing.confirm(order, "TEAM_NW_UPW", by());
        placing.confirm(order, "TEAM_NW_UPW", by());
        assertThat(orders.get(order))
                .extracting(Order::state, Order::teamCode, Order::allocatedOn)
                .containsExactly(OrderState.ASSESSMENT, "TEAM_NW_UPW", TODAY);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'ORDER_ALLOCATED'"))
                .isEqualTo(1);
    }

    @Test
    void theAssessmentIsWrittenOnThePageSealedAndThenRecorded() {
        long order = at("ASSESSMENT");
        assertThatThrownBy(() -> assessing.record(order, TODAY, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("There is no assessment");
        Assessment assessment =
                new Assessment(true, true, Frequency.WEEKLY, "Bad back since the accident", "Never with Karl");
        assertThatThrownBy(() -> assessing.write(order, assessment, ADMINISTRATOR))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> assessing.write(order, new Assessment(null, true, Frequency.WEEKLY, "", ""), OFFICER))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("Select yes if unpaid work is suitable");
        assessing.write(order, assessment, OFFICER);

        assertThatThrownBy(() -> assessing.record(order, null, by())).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> assessing.record(order, TODAY.plusDays(1), by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("in the future");
        assessing.record(order, TODAY, by());
        assessing.record(order, TODAY, by());
        assertThat(orders.get(order))
                .extracting(Order::state, Order::suitable, Order::needsAccess, Order::inductionOn)
                .containsExactly(OrderState.APPROVAL, true, true, TODAY);
        assertThat(count("SELECT COUNT(*) FROM upw_order_note WHERE CONVERT(content USING latin1) LIKE '%accident%'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%accident%'"))
                .isZero();
        assertThatThrownBy(() -> assessing.write(order, assessment, OFFICER))
                .hasMessageContaining("is not waiting for an assessment");
    }

    @Test
    void whoNeedsNoApprovalGoesOnToTheProject() {
        long order = at("APPROVAL");
        given.theOrder(order).suitable(true).save();
        assertThat(assessing.approvals(order)).isEqualTo(new Approvals(true, false, false));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.PROJECT);
    }

    @Test
    void veryHighRiskAndMappaNeedBothApprovalsBeforeTheProject() {
        long order = at("APPROVAL");
        given.theOrder(order).suitable(true).save();
        given.theCaseOf(order).rosh("RVHR").mappa("M2").save();
        assertThat(assessing.approvals(order)).isEqualTo(new Approvals(true, true, true));
        assessing.writeReason(order, Approver.SPO, "Works alone there", SENIOR);
        assertThatThrownBy(() -> assessing.writeReason(order, Approver.SPO, "x", OFFICER))
                .isInstanceOf(NotAllowedException.class);
        assertThat(assessing.approve(order, Approver.SPO, "YES", by())).isTrue();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.APPROVAL);
        assertThat(assessing.approvals(order)).as("read again").isEqualTo(new Approvals(true, false, true));
        assertThat(assessing.approve(order, Approver.PRACTITIONER, "YES", by())).isTrue();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.PROJECT);
    }

    @Test
    void whatIsNotApprovedIsNotSuitableUntilItIsAssessedAgain() {
        long order = at("APPROVAL");
        given.theOrder(order).suitable(true).assessed(MORNING).save();
        given.theCaseOf(order).rosh("RVHR").save();
        assertThat(assessing.approve(order, Approver.SPO, "NO", by())).isFalse();
        assertThat(assessing.approvals(order).suitable()).isFalse();
        assessing.decideNotSuitable(order, "ASSESS_AGAIN", by());
        assertThat(orders.get(order))
                .extracting(Order::state, Order::suitable, Order::spoApproved, Order::assessedAt)
                .containsExactly(OrderState.ASSESSMENT, null, null, null);

        given.theOrder(order).state("APPROVAL").suitable(false).save();
        assertThat(assessing.approvals(order).suitable()).isFalse();
        assessing.decideNotSuitable(order, "APPLY_TO_COURT", by());
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COURT);
        assertThat(completing.complete(order)).isFalse();
    }

    @Test
    void theBestProjectsAreProposedAndThePageSaysWhyOthersAreOut() {
        long order = at("PROJECT");
        some.project("P1");
        some.project("P2");
        some.project("P3");
        given.theProject("P2").skills("painting").save();
        given.theProject("P3").accessible(false).allows("RLRH").save();
        given.theOrder(order)
                .skills("painting english")
                .needsAccess()
                .availableOn("TUE")
                .save();
        assertThat(choosing.propose(order))
                .containsExactly(
                        new Proposal("P2", "1. Project P2, 1 mile, Tuesdays"),
                        new Proposal("P1", "2. Project P1, 1 mile, Tuesdays"));
        List<Match> all = choosing.all(orders.get(order), cases.get(some.caseOf(order)), OFFICER);
        assertThat(all).hasSize(3);
        assertThat(all.getLast().out()).containsExactly(Filter.RISK, Filter.ACCESS);
        assertThatThrownBy(() -> choosing.all(
                        orders.get(order), cases.get(some.caseOf(order)), new Colleague("other", Set.of("pso-gm"))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void exclusionsKeepPlacesProjectsAndPeopleApart() {
        long first = at("SESSIONS");
        some.project("P1");
        some.project("P2");
        some.project("P3");
        given.theProject("P3").at(54.89, -2.94).save();
        given.theOrder(first).project("P1").firstSession(TUESDAY).save();
        long order = at("PROJECT");
        given.theOrder(order).mustNotMeet("X000001 CA1 P2").save();
        assertThat(choosing.propose(order))
                .as("X000001 is on P1, P2 is named, P3 is in Carlisle")
                .isEmpty();
        given.theOrder(order).mustNotMeet("CA1").save();
        assertThat(choosing.propose(order)).extracting(Proposal::projectCode).containsExactlyInAnyOrder("P1", "P2");
        given.theOrder(first).mustNotMeet("X000002").save();
        assertThat(choosing.propose(order))
                .as("who is on P1 must not meet this person")
                .extracting(Proposal::projectCode)
                .containsExactly("P2");
    }

    @Test
    void aChoiceThatDoesNotHoldIsRefusedWithASentenceThatSaysNothingOfThePerson() {
        long order = at("PROJECT");
        some.project("P1");
        given.theProject("P1").days("TUE WED").ends(TUESDAY.plusDays(7)).save();
        assertThat(refused(order, null, "WEEKLY", TUESDAY)).isEqualTo("Choose a project.");
        assertThat(refused(order, "P1", null, TUESDAY)).contains("how often");
        assertThat(refused(order, "P1", "WEEKLY", null)).contains("the day of the first session");
        assertThat(refused(order, "P9", "WEEKLY", TUESDAY)).isEqualTo("North West has no project with the code P9.");
        assertThat(refused(order, "P1", "WEEKLY", TODAY.minusDays(1))).contains("is in the past");
        assertThat(refused(order, "P1", "WEEKLY", TODAY.plusDays(29))).contains("must be by");
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY.plusDays(2)))
                .isEqualTo("Project P1 does not work on Thursdays.");
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY.plusDays(8))).contains("is not open on");
        given.theOrder(order).availableOn("WED").save();
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY)).isEqualTo("Tuesdays does not fit the days of this order.");
        given.theOrder(order).availableOn("").save();
        given.theCaseOf(order).rosh(null).save();
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY))
                .isEqualTo("Project P1 does not fit this order. The order's page says why.");
        given.theCaseOf(order).rosh("RMRH").save();
        given.theProject("P1").places(0).save();
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY))
                .isEqualTo("Project P1 has no free place on Tuesdays any more.");
        given.theProject("P1").places(1).save();
        long others = at("COMPLETE");
        long taken = given.aSession(others, "P1", TUESDAY).save();
        assertThat(refused(order, "P1", "WEEKLY", TUESDAY))
                .isEqualTo("Project P1 has no free place on %s.".formatted(Deadlines.inWords(TUESDAY)));
        given.theSession(taken).state("CANCELLED").save();
        choosing.choose(order, new Choice("P1", "WEEKLY", TUESDAY), by());
        assertThat(orders.get(order))
                .extracting(Order::state, Order::projectCode, Order::frequency, Order::firstSessionOn, Order::status)
                .containsExactly(OrderState.INSTRUCTIONS, "P1", Frequency.WEEKLY, TUESDAY, "WK");
    }

    @Test
    void everyAnswerIsTakenFromTheGroupWhoseStepItIsNow() {
        long order = at("TEAM");
        some.project("P1");
        answeredOnlyBy("case-admin-nw", order, by -> placing.confirm(order, "TEAM_NW_UPW", by));
        given.theOrder(order).assessed(MORNING).suitable(true).save();
        answeredOnlyBy("pso-nw", order, by -> assessing.record(order, TODAY, by));
        answeredOnlyBy("spo-nw", order, by -> assessing.approve(order, Approver.SPO, "YES", by));
        given.theOrder(order).state("APPROVAL").save();
        answeredOnlyBy("practitioner-nw", order, by -> assessing.approve(order, Approver.PRACTITIONER, "YES", by));
        given.theOrder(order).state("APPROVAL").save();
        answeredOnlyBy("practitioner-nw", order, by -> assessing.decideNotSuitable(order, "ASSESS_AGAIN", by));
        given.theOrder(order).state("PROJECT").save();
        answeredOnlyBy(
                "placement-coordinator-nw",
                order,
                by -> choosing.choose(order, new Choice("P1", "WEEKLY", TUESDAY), by));
        answeredOnlyBy("practitioner-nw", order, by -> following.appliedToCourt(order, TODAY, "EXTEND", by));
        refusedFromAllBut("practitioner-nw", order, by -> following.review(order, "ON_TRACK", by));
        refusedFromAllBut("case-admin-nw", order, by -> instructing.helped(order, TODAY, by));
        given.theCaseOf(order).standalone().save();
        refusedFromAllBut("pso-nw", order, by -> following.review(order, "ON_TRACK", by));
    }

    @Test
    void theTeamIsConfirmedByTheUnitThatHoldsTheServiceNow() {
        long order = started("PSC_LIVERPOOL");
        assertThatThrownBy(() -> placing.confirm(order, "PSC_LIVERPOOL_UPW", SomeAnswers.of(1, "case-admin-nw")))
                .isInstanceOf(NotAllowedException.class);
        placing.confirm(order, "PSC_LIVERPOOL_UPW", SomeAnswers.of(1, "case-admin-liverpool"));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.ASSESSMENT);
    }

    @Test
    void ofALimitedAccessCaseTheTaskIsNotAnsweredBeforeThePageTookAPlace() {
        long order = at("PROJECT");
        given.theCaseOf(order).limitedAccess().save();
        some.granted(order, "somebody");
        Choice nothing = new Choice(null, null, null);
        assertThatThrownBy(() -> choosing.choose(order, nothing, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("No project has been chosen on the order's page yet.");
        given.theOrder(order).state("INSTRUCTIONS").save();
        choosing.choose(order, nothing, by());
        assertThat(orders.get(order).projectCode()).isNull();
    }

    @Test
    void theLastPlaceIsTakenOnce() throws Exception {
        some.project("P1");
        given.theProject("P1").places(1).save();
        List<Long> rivals = List.of(at("PROJECT"), at("PROJECT"), at("PROJECT"), at("PROJECT"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> choices = rivals.stream()
                    .<Callable<Boolean>>map(order -> () -> isTaken(order))
                    .toList();
            int taken = 0;
            for (var choice : threads.invokeAll(choices)) taken += choice.get() ? 1 : 0;
            assertThat(taken).isEqualTo(1);
        }
        assertThat(count("SELECT COUNT(*) FROM upw_order WHERE project_code = 'P1'"))
                .isEqualTo(1);
    }

    @Test
    void theInstructionsSayWhereAndWhenPeopleArePickedUpIfTheyAre() {
        some.project("P1");
        some.project("P2");
        assertThat(instructions("P1")).contains("First session").doesNotContain("Pick-up");
        given.theProject("P2").pickUp("Bootle station", LocalTime.of(8, 15)).save();
        assertThat(instructions("P2")).contains("Pick-up: 08:15, Bootle station.");
    }

    private String instructions(String project) {
        long order = at("PROJECT");
        choosing.choose(order, new Choice(project, "WEEKLY", TUESDAY), by());
        instructing.instruct(order);
        long letter =
                jdbc.sql("SELECT MAX(id) FROM case_letter").query(Long.class).single();
        return letters.of(letter, ADMINISTRATOR).text();
    }

    @Test
    void theInstructionsAreSentOnceAndTheSessionsPlanned() {
        long order = at("PROJECT");
        some.project("P1");
        choosing.choose(order, new Choice("P1", "WEEKLY", TUESDAY), by());
        LocalDate lookAgain = instructing.instruct(order);
        instructing.instruct(order);
        assertThat(lookAgain).isAfter(TODAY);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.SESSIONS);
        assertThat(count("SELECT COUNT(*) FROM case_letter WHERE template = 'INSTRUCTIONS'"))
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT MIN(on_date) FROM upw_session WHERE state = 'PLANNED'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TUESDAY);
        assertThat(following.next(order, false).step()).isEqualTo(Step.SESSION);
        assertThat(opening.open(order, 5).learningCheck()).isEqualTo(lookAgain);
        assertThat(instructing.checkLearning(order)).isFalse();
        assertThat(opening.open(order, 5).learningCheck())
                .as("it was looked at")
                .isNull();
        given.theOrder(order).credited(60).creditedForLearning(1).save();
        assertThat(instructing.checkLearning(order)).isTrue();
    }

    @Test
    void whereTheProjectEndsAnotherIsChosen() {
        long order = at("SESSIONS");
        some.project("P1");
        given.theProject("P1").ends(TODAY.minusDays(1)).save();
        given.theOrder(order)
                .project("P1")
                .frequency("WEEKLY")
                .firstSession(TODAY.minusDays(7))
                .save();
        assertThat(following.next(order, false)).isEqualTo(new PlanningSessions.Next(Step.NO_PROJECT, null));
        assertThat(orders.get(order))
                .extracting(Order::state, Order::projectCode)
                .containsExactly(OrderState.PROJECT, null);
    }

    @Test
    void theForecastTellsWhatIsShortOnceAndNothingOfALimitedAccessCase() {
        long order = at("SESSIONS");
        following.forecast(order, Forecast.FIRST);
        following.forecast(order, Forecast.FIRST);
        assertThat(jdbc.sql("SELECT body FROM notification WHERE to_group = 'practitioner-nw'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("As sessions are planned now, 100 hours will not be worked by ");
        given.theCaseOf(order).limitedAccess().save();
        following.forecast(order, Forecast.LAST);
        assertThat(jdbc.sql("SELECT CONCAT(subject, body) FROM notification WHERE subject LIKE '%news about%'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("CRN X000001").doesNotContain("hours", "month"));
    }

    @Test
    void aReviewThatAsksForAChangeTellsTheCoordinator() {
        long order = at("SESSIONS");
        following.review(order, "ON_TRACK", by());
        assertThat(count("SELECT COUNT(*) FROM notification")).isZero();
        following.review(order, "CHANGE_NEEDED", by());
        assertThat(jdbc.sql("SELECT to_group FROM notification")
                        .query(String.class)
                        .single())
                .isEqualTo("placement-coordinator-nw");
        assertThatThrownBy(() -> following.review(order, "FINE", by())).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> following.appliedToCourt(order, TODAY, "", by()))
                .isInstanceOf(BreaksRules.class);
    }

    @Test
    void completeHoursEndTheOrderAndTellItsTerminationOnce() {
        long order = at("SESSIONS");
        given.theOrder(order).credited(6000).save();
        assertThat(following.hoursLeft(order)).isFalse();
        assertThat(following.next(order, false).step()).isEqualTo(Step.COMPLETE);
        assertThat(completing.complete(order)).isTrue();
        assertThat(completing.complete(order)).as("delivered again").isTrue();
        assertThat(orders.get(order))
                .extracting(Order::state, Order::status)
                .containsExactly(OrderState.COMPLETE, "HC");
        assertThat(events.stream(HoursComplete.class)).hasSize(1);
    }

    @Test
    void stoppingStopsEverythingAtOnceAndRestoringBringsItBack() {
        long order = at("SESSIONS");
        some.project("P1");
        given.theOrder(order)
                .project("P1")
                .frequency("WEEKLY")
                .firstSession(TUESDAY)
                .save();
        long past = some.session(order, "P1", TODAY.minusDays(7));
        long toCome = some.session(order, "P1", TUESDAY);
        given.anEnforcement(past).state("WARNED").save();
        List<Map<String, Object>> before = everything();

        stopping.stop(some.caseOf(order), "DIED", TODAY);
        stopping.stop(some.caseOf(order), "DIED", TODAY);
        assertThat(orders.get(order))
                .extracting(Order::state, Order::stopReason)
                .containsExactly(OrderState.STOPPED, "DIED");
        assertThat(jdbc.sql("SELECT state FROM upw_session WHERE id = ?")
                        .param(toCome)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        assertThat(jdbc.sql("SELECT state FROM upw_session WHERE id = ?")
                        .param(past)
                        .query(String.class)
                        .single())
                .as("it still needs an outcome")
                .isEqualTo("PLANNED");
        assertThat(jdbc.sql("SELECT state FROM upw_enforcement")
                        .query(String.class)
                        .single())
                .isEqualTo("STOPPED");
        assertThat(messages("unpaidwork.orderStopped"))
                .singleElement()
                .extracting(EngineMessage::correlationKey)
                .isEqualTo(Long.toString(order));
        stopping.stopped(order);
        stopping.stopped(order);
        assertThat(count("SELECT COUNT(*) FROM notification")).isEqualTo(2);
        assertThat(starting.start(order, "system"))
                .as("a stopped order does not start by itself")
                .isFalse();

        stopping.restore(some.caseOf(order));
        assertThat(everything()).isEqualTo(before);
        assertThat(messages("unpaidwork.orderReceived"))
                .as("at its start and now")
                .hasSize(2)
                .extracting(EngineMessage::messageId)
                .doesNotHaveDuplicates();
        assertThat(messages("unpaidwork.enforcementNeeded")).hasSize(1);
    }

    @Test
    void anOrderThatWasNotStartedDoesNotStartAfterItWasStopped() {
        long order = some.order();
        stopping.stop(some.caseOf(order), "REVOKED", TODAY);
        assertThat(starting.start(order, "system")).isFalse();
        assertThat(messages("unpaidwork.orderStopped")).as("nothing runs").isEmpty();
        stopping.restore(some.caseOf(order));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.NOT_STARTED);
    }

    @Test
    void whatIsLateIsToldOnceToThoseWhoCanHelp() {
        long order = at("PROJECT");
        OffsetDateTime due = OffsetDateTime.now(CLOCK).minusMinutes(1);
        reminders.giveNotice(order, OrderReminders.Step.PROJECT, due, "placement-coordinator-nw");
        reminders.giveNotice(order, OrderReminders.Step.PROJECT, due, "placement-coordinator-nw");
        assertThat(jdbc.sql("SELECT to_group FROM notification ORDER BY to_group")
                        .query(String.class)
                        .list())
                .containsExactly("head-of-operations-nw", "spo-nw");
    }

    @Test
    void whatIsNearlyDueIsToldOnceToThoseWhoseTaskItIs() {
        long order = at("PROJECT");
        OffsetDateTime due = OffsetDateTime.now(CLOCK).plusDays(2);
        reminders.giveNotice(order, OrderReminders.Step.PROJECT, due, "placement-coordinator-nw");
        reminders.giveNotice(order, OrderReminders.Step.PROJECT, due, "placement-coordinator-nw");
        assertThat(jdbc.sql("SELECT CONCAT(to_group, ': ', body) FROM notification")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("placement-coordinator-nw: Somebody in your group ")
                .contains("has to choose a project");
    }

    @Test
    void ofALimitedAccessCaseTheGroupLearnsOnlyThatThereIsATask() {
        long order = at("PROJECT");
        given.theCaseOf(order).limitedAccess().save();
        reminders.giveNotice(
                order, OrderReminders.Step.PROJECT, OffsetDateTime.now(CLOCK).plusDays(2), "placement-coordinator-nw");
        reminders.giveNotice(
                order,
                OrderReminders.Step.PROJECT,
                OffsetDateTime.now(CLOCK).minusMinutes(1),
                "placement-coordinator-nw");
        assertThat(jdbc.sql("SELECT CONCAT(subject, body) FROM notification")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allMatch(told -> told.matches(
                        "CRN X\\d{6}: a task is (nearly due|late)If you can see this limited-access case, .*"))
                .noneMatch(told -> told.contains("project"));
    }

    @Test
    void aFirstAppointmentIsLateByTheDayOfTheAllocationWhateverTheEngineKnowsSinceTheCaseWasLimited() {
        long order = at("ASSESSMENT");
        given.theCaseOf(order).limitedAccess().save();
        for (LocalDate allocated : List.of(TODAY.minusDays(60), TODAY)) {
            given.theOrder(order).allocated(allocated).save();
            reminders.giveNotice(
                    order,
                    OrderReminders.Step.FIRST_APPOINTMENT,
                    OffsetDateTime.now(CLOCK).plusDays(9),
                    "pso-nw");
        }
        assertThat(jdbc.sql("SELECT CONCAT(to_group, ': ', subject) FROM notification ORDER BY to_group")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        told -> assertThat(told)
                                .startsWith("placement-coordinator-nw: ")
                                .endsWith("is late"),
                        told -> assertThat(told).startsWith("pso-nw: ").endsWith("is nearly due"),
                        told -> assertThat(told).startsWith("spo-nw: ").endsWith("is late"));
    }

    private List<Map<String, Object>> everything() {
        List<Map<String, Object>> rows = new ArrayList<>(
                jdbc.sql("SELECT * FROM upw_session ORDER BY id").query().listOfRows());
        rows.addAll(
                jdbc.sql("SELECT * FROM upw_enforcement ORDER BY id").query().listOfRows());
        rows.addAll(jdbc.sql("SELECT * FROM upw_order ORDER BY id").query().listOfRows());
        rows.forEach(row -> List.of("version", "started_times").forEach(row::remove));
        return rows;
    }

    private String refused(long order, String project, String frequency, LocalDate on) {
        return catchThrowableOfType(
                        BreaksRules.class, () -> choosing.choose(order, new Choice(project, frequency, on), by()))
                .getMessage();
    }

    /** Refused from everybody else, and without access to the case if it is limited, with no change; then accepted. */
    private void answeredOnlyBy(String group, long order, Consumer<TaskAnswer> answer) {
        int before = orders.get(order).version();
        refusedFromAllBut(group, order, answer);
        answer.accept(SomeAnswers.of(task++, group));
        assertThat(orders.get(order).version()).isGreaterThan(before);
    }

    private List<String> toldDue(long order) {
        events.clear();
        opening.tellWhatIsDue(order, task++);
        return events.stream(EngineMessage.class).map(EngineMessage::name).toList();
    }

    private void refusedFromAllBut(String group, long order, Consumer<TaskAnswer> answer) {
        Order before = orders.get(order);
        int audited = count("SELECT COUNT(*) FROM audit_entry");
        for (String other : List.of(
                "case-admin-nw",
                "case-admin-liverpool",
                "pso-nw",
                "spo-nw",
                "practitioner-nw",
                "placement-coordinator-nw",
                "upw-supervisor-nw",
                "nobody",
                group.replace("-nw", "-gm"))) {
            if (!other.equals(group))
                assertThatThrownBy(() -> answer.accept(SomeAnswers.of(task++, other)))
                        .as("%s instead of %s", other, group)
                        .isInstanceOf(NotAllowedException.class);
        }
        given.theCaseOf(order).limitedAccess().save();
        for (String without : List.of(group, "psc-service-owner")) {
            assertThatThrownBy(() -> answer.accept(SomeAnswers.of(task++, without)))
                    .as("%s without access", without)
                    .isInstanceOf(NotAllowedException.class);
        }
        given.theCaseOf(order).openAccess().save();
        assertThat(orders.get(order))
                .usingRecursiveComparison()
                .ignoringFields("notes")
                .isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM audit_entry")).isEqualTo(audited);
    }

    private String refusedStart(Object crn, Object eventNumber, String region) {
        return byHand.find(crn, eventNumber, region, task++)
                .map(StartingByHand.Asked::refused)
                .orElseThrow();
    }

    private boolean isTaken(long order) {
        try {
            choosing.choose(order, new Choice("P1", "WEEKLY", TUESDAY), by());
            return true;
        } catch (BreaksRules gone) {
            return false;
        }
    }

    private long started(String unit) {
        long order = some.order(unit);
        starting.start(order, "system");
        return order;
    }

    private long at(String state) {
        long order = started("REGION_NW");
        given.theOrder(order).state(state).team("TEAM_NW_UPW").save();
        return order;
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    private TaskAnswer by() {
        return new TaskAnswer(task++, EVERYBODY_OF_THE_REGION);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OrdersOnMariaDbTest extends OrdersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OrdersOnMySqlTest extends OrdersTest {}
