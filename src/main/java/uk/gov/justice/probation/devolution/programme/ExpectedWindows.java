package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.NextWindowQuery;
import uk.gov.justice.probation.devolution.handover.NextWindowQuery.NextWindow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.work.ExpectedWork;

/** For whoever has a part in handovers: the next window of the plan that opens in their region. */
@Component
class ExpectedWindows implements ExpectedWork {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final Set<Role> IN_HANDOVERS = Set.of(
            Role.PSC_SERVICE_OWNER,
            Role.PSC_MANAGER,
            Role.CHANGE,
            Role.HR,
            Role.HEAD_OF_OPERATIONS,
            Role.DATA_LEAD,
            Role.PROGRAMME,
            Role.RPD);

    private final NextWindowQuery windows;
    private final Clock clock;

    ExpectedWindows(NextWindowQuery windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public List<Expected> of(Colleague colleague) {
        Set<TaskGroup> theirs = colleague
                .taskGroups()
                .filter(group -> IN_HANDOVERS.contains(group.role()))
                .collect(Collectors.toSet());
        if (theirs.isEmpty()) return List.of();
        boolean inRegionsOnly = theirs.stream().allMatch(group -> group.role().isHeldFor(Role.Scope.REGION));
        Set<String> regions = theirs.stream()
                .filter(group -> inRegionsOnly)
                .map(group -> group.slug().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return windows.of(regions, LocalDate.now(clock)).map(ExpectedWindows::expected).stream()
                .toList();
    }

    private static Expected expected(NextWindow next) {
        return new Expected(
                "The next window of the plan in %s opens on %s: %s. Tasks of this handover begin then."
                        .formatted(next.region(), next.opens().format(DAY), next.words()),
                "/",
                "the programme");
    }
}
