package uk.gov.justice.probation.devolution.unpaidwork.order;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.PlacingWithTeams;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersWanted;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingAssessments;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Choice;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;

/**
 * The maximum number of statements that each step of an order sends; a list sends as many for many orders as for one.
 */
@DomainTest
abstract class StatementsOfOrdersTest {
    private static final Colleague OFFICER = new Colleague("officer", Set.of("pso-nw"));

    private static final Map<String, Integer> ALLOWED = Map.ofEntries(
            entry("start", 9),
            entry("open", 8),
            entry("confirm its team", 9),
            entry("assess", 11),
            entry("induct", 9),
            entry("approve", 12),
            entry("propose projects", 8),
            entry("choose a project", 11),
            entry("instruct", 20),
            entry("find the next session", 7),
            entry("review", 6),
            entry("page", 13),
            entry("page of the assessment", 5),
            entry("stop", 10),
            entry("restore", 9),
            entry("complete", 13));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

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
    FollowingOrders following;

    @Autowired
    CompletingOrders completing;

    @Autowired
    StoppingOrders stopping;

    @Autowired
    ReadingOrders reading;

    @Autowired
    ListingOrders listing;

    @Autowired
    ReadingAssessments assessments;

    private final Map<String, Integer> sent = new LinkedHashMap<>();

    @Test
    void everyStepSendsNoMoreThanItMay() throws Exception {
        SomeOrders some = new SomeOrders(jdbc);
        long order = some.order();
        given.theCaseOf(order).rosh("RVHR").save();
        some.project("P1");

        count("start", () -> starting.start(order, "system"));
        count("open", () -> opening.open(order, 1));
        count("confirm its team", () -> placing.confirm(order, "TEAM_NW_UPW", SomeAnswers.of(1, "case-admin-nw")));
        count(
                "assess",
                () -> assessing.write(
                        order, new Assessment(true, false, Frequency.WEEKLY, "A bad back", "Never alone"), OFFICER));
        count("induct", () -> assessing.record(order, TODAY, SomeAnswers.of(2, "pso-nw")));
        count("approve", () -> assessing.approve(order, Approver.SPO, "YES", SomeAnswers.of(3, "spo-nw")));
        count("propose projects", () -> choosing.propose(order));
        count(
                "choose a project",
                () -> choosing.choose(
                        order,
                        new Choice("P1", "WEEKLY", TODAY.plusDays(1)),
                        SomeAnswers.of(4, "placement-coordinator-nw")));
        count("instruct", () -> instructing.instruct(order));
        count("find the next session", () -> following.next(order, false));
        count("review", () -> following.beginReview(order));
        count("page", () -> reading.file(order, OFFICER));
        count("page of the assessment", () -> assessments.assessment(order, OFFICER));
        count("stop", () -> stopping.stop(some.caseOf(order), "DEATH", TODAY));
        count("restore", () -> stopping.restore(some.caseOf(order)));
        given.theOrder(order).creditedAllBut(0).save();
        count("complete", () -> completing.complete(order));
        assertThat(sent)
                .containsOnlyKeys(ALLOWED.keySet())
                .allSatisfy(
                        (step, statements) -> assertThat(statements).as(step).isLessThanOrEqualTo(ALLOWED.get(step)));
    }

    @Test
    void aListSendsNoMoreForMoreOrders() throws Exception {
        SomeOrders some = new SomeOrders(jdbc);
        some.order();
        int ofOne = Statements.during(() -> listing.list(OFFICER, OrdersWanted.ALL.state(OrdersWanted.EVERY), 25, 0))
                .count();
        for (int n = 0; n < 5; n++) some.order();
        Statements ofSix = Statements.during(() -> assertThat(
                        listing.list(OFFICER, OrdersWanted.ALL.state(OrdersWanted.EVERY), 25, 0)
                                .lines())
                .hasSize(6));
        assertThat(ofSix.all()).hasSize(ofOne);
        assertThat(ofSix.repeated()).isEmpty();
    }

    private void count(String step, Statements.Action action) throws Exception {
        sent.put(step, Statements.during(action).count());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class StatementsOfOrdersOnMariaDbTest extends StatementsOfOrdersTest {}
