package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.PlacingWithTeams;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Choice;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;

/** What each step of an order may send to the database, and that a list sends no more for more orders. */
@DomainTest
abstract class StatementsOfOrdersTest {
  private static final LocalDate TODAY = LocalDate.now();
  private static final Colleague OFFICER = new Colleague("officer", Set.of("pso-nw"));

  @Autowired JdbcClient jdbc;
  @Autowired StartingOrders starting;
  @Autowired OpeningOrders opening;
  @Autowired PlacingWithTeams placing;
  @Autowired AssessingOrders assessing;
  @Autowired ChoosingProjects choosing;
  @Autowired InstructingOrders instructing;
  @Autowired FollowingOrders following;
  @Autowired CompletingOrders completing;
  @Autowired StoppingOrders stopping;
  @Autowired ReadingOrders reading;

  private final Map<String, Integer> sent = new LinkedHashMap<>();

  @Test
  void everyStepSendsNoMoreThanItMay() throws Exception {
    SomeOrders some = new SomeOrders(jdbc);
    long order = some.order();
    some.caseOf(order, "rosh_level = 'RVHR'");
    some.project("P1");

    count("start", () -> starting.start(order, "system"));
    count("open", () -> opening.open(order, 1));
    count("team", () -> placing.confirm(order, "TEAM_NW_UPW", SomeAnswers.of(1, "case-admin-nw")));
    count("assess", () -> assessing.write(order, new Assessment(true, false, Frequency.WEEKLY, "A bad back", "Never alone"), OFFICER));
    count("induct", () -> assessing.record(order, TODAY, SomeAnswers.of(2, "pso-nw")));
    count("approve", () -> assessing.approve(order, Approver.SPO, "YES", SomeAnswers.of(3, "spo-nw")));
    count("propose", () -> choosing.propose(order));
    count("choose", () -> choosing.choose(order, new Choice("P1", "WEEKLY", TODAY.plusDays(1)), SomeAnswers.of(4, "placement-coordinator-nw")));
    count("instruct", () -> instructing.instruct(order));
    count("next", () -> following.next(order));
    count("review", () -> following.beginReview(order));
    count("page", () -> reading.file(order, OFFICER));
    count("assessment", () -> reading.assessment(order, OFFICER));
    count("list", () -> reading.list(OFFICER, "", 25, 0));
    count("stop", () -> stopping.stop(some.caseOf(order), "DEATH", TODAY));
    count("restore", () -> stopping.restore(some.caseOf(order)));
    some.order(order, "minutes_credited = minutes_ordered");
    count("complete", () -> completing.complete(order));
    System.out.println("STATEMENTS " + sent);
    assertThat(sent).isNotEmpty();
  }

  private void count(String step, Statements.Action action) throws Exception {
    sent.put(step, Statements.during(action).count());
  }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class StatementsOfOrdersOnMariaDbTest extends StatementsOfOrdersTest {}
