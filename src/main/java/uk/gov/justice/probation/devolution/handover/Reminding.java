package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The reminder before a handover's planned date and the escalation after its due date. Neither stops the work. */
@Service
public class Reminding {
    private final HandoverRepository handovers;
    private final Units units;
    private final Notifications notifications;

    Reminding(HandoverRepository handovers, Units units, Notifications notifications) {
        this.handovers = handovers;
        this.units = units;
        this.notifications = notifications;
    }

    /** Reminds both owners once for each planned date. */
    @Transactional
    public void remind(long handoverId) {
        Handover handover = handovers.get(handoverId);
        for (Unit unit : units.all(owners(handover))) {
            notifications.send(
                    "reminder-%d-%s-%s".formatted(handoverId, handover.plannedDate(), unit.ownerGroup()),
                    unit.ownerGroup(),
                    "%s is planned for %s".formatted(handover.planRowId(), Deadlines.inWords(handover.plannedDate())),
                    openSteps(handover),
                    handover.subject());
        }
    }

    /**
     * Informs the RPD, once.
     *
     * @return what is still open, as Markdown list items
     */
    @Transactional
    public String escalate(long handoverId) {
        Handover handover = handovers.get(handoverId);
        String open = openSteps(handover);
        notifications.send(
                "overdue-" + handoverId,
                TaskGroup.of(Role.RPD, handover.regionCode()).name(),
                "%s was due by %s".formatted(handover.planRowId(), Deadlines.inWords(handover.due())),
                open,
                handover.subject());
        return open;
    }

    private String openSteps(Handover handover) {
        String gates = handover.openGates().stream()
                .map(gate -> "\n- Gate not yet met: " + gate.label())
                .collect(Collectors.joining());
        return "- Its state: %s%s".formatted(handover.state().label(), gates);
    }

    private static List<String> owners(Handover handover) {
        return Stream.concat(handover.fromUnits().stream(), Stream.of(handover.toUnit()))
                .toList();
    }
}
