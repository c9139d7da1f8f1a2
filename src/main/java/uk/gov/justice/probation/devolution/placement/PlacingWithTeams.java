package uk.gov.justice.probation.devolution.placement;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.placement.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.placement.Teams.Team;

/** Puts an order with the unpaid work team aligned to its delivery unit; case administration confirms it, or chooses another of the unit's teams. */
@Service
public class PlacingWithTeams {

  /** A team that can take the order. */
  public record Choice(String code, String name) {}

  private final Orders orders;
  private final OrderSteps steps;
  private final Teams teams;
  private final Deadlines deadlines;

  PlacingWithTeams(Orders orders, OrderSteps steps, Teams teams, Deadlines deadlines) {
    this.orders = orders;
    this.steps = steps;
    this.teams = teams;
    this.deadlines = deadlines;
  }

  /** The teams that can take it, the aligned one first. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public List<Choice> teams(long orderId) {
    return teams.alignedFirst(steps.lock(orderId)).stream().map(team -> new Choice(team.code(), team.name())).toList();
  }

  /** @throws CannotSucceedException where the team is none of the unit's unpaid work teams */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void confirm(long orderId, String teamCode, TaskAnswer by) {
    steps.lockAt(orderId, OrderState.TEAM).ifPresent(locked -> confirm(locked, teamCode, by));
  }

  private void confirm(Locked locked, String teamCode, TaskAnswer by) {
    Team team = teams.alignedFirst(locked).stream().filter(one -> one.code().equals(teamCode)).findFirst().orElseThrow(() -> new CannotSucceedException(
        "Order %d: '%s' is no unpaid work team of %s. Correct the variable teamChosen, then retry".formatted(locked.order().id(), teamCode, locked.owner().unitName())));
    orders.change(locked.order().id()).set("state", OrderState.ASSESSMENT).set("team_code", team.code()).set("allocated_on", deadlines.today()).save();
    steps.audit(locked, by.by(), "ORDER_ALLOCATED", Map.of("team", team.code()));
  }
}
