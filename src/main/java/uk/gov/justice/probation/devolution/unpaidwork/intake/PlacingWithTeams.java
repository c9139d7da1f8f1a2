package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.TeamsQuery;
import uk.gov.justice.probation.devolution.unpaidwork.order.TeamsQuery.Team;

/**
 * Gives an order to the unpaid work team aligned to its delivery unit. Case administration confirms that team or
 * chooses another of the unit's teams.
 */
@Service
public class PlacingWithTeams {

    /** A team that can take the order. */
    public record Choice(String code, String name) {}

    private final Orders orders;
    private final OrderSteps steps;
    private final TeamsQuery teams;
    private final Deadlines deadlines;

    PlacingWithTeams(Orders orders, OrderSteps steps, TeamsQuery teams, Deadlines deadlines) {
        this.orders = orders;
        this.steps = steps;
        this.teams = teams;
        this.deadlines = deadlines;
    }

    /** The teams that can take the order, the aligned one first. */
    @Transactional
    public List<Choice> teams(long orderId) {
        return teams.alignedFirst(steps.lock(orderId)).stream()
                .map(team -> new Choice(team.code(), team.name()))
                .toList();
    }

    /**
     * Case administration of the unit confirms the team or chooses another. For a limited-access case the task names no
     * team, and the order stays with the aligned one.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they do not belong to the unit that
     *     does unpaid work for the case, or may not see the case
     * @throws BreaksRules if the team is not one of the unit's unpaid work teams
     */
    @Transactional
    public void confirm(long orderId, String teamCode, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustBeOwner(locked, by);
        if (!locked.standsAt(OrderState.TEAM)) return;
        Team team = chosen(locked, teamCode);
        locked.order().allocate(team.code(), deadlines.today());
        orders.save(locked.order());
        steps.audit(locked, by.by(), "ORDER_ALLOCATED", Map.of("team", team.code()));
    }

    private Team chosen(Locked locked, String teamCode) {
        List<Team> teams = this.teams.alignedFirst(locked);
        if (teamCode == null && locked.probationCase().limitedAccess()) return teams.getFirst();
        return teams.stream()
                .filter(one -> one.code().equals(teamCode))
                .findFirst()
                .orElseThrow(() -> new BreaksRules("Choose one of the unpaid work teams of %s."
                        .formatted(locked.owner().unitName())));
    }
}
