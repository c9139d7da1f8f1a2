package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Meeting;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Progress;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.InSomebodysPlace;

/** The one-to-ones that a colleague holds in a line manager's place. */
@Component
class TasksOfLineManagers implements InSomebodysPlace {
    private static final int AT_MOST = 1_000;

    private final TeamOverview team;

    TasksOfLineManagers(TeamOverview team) {
        this.team = team;
    }

    @Override
    public String family() {
        return "consultation";
    }

    @Override
    public Map<String, String> whose(Colleague colleague) {
        return team.list(colleague, Progress.TO_BE_MET, AT_MOST, 0).stream()
                .filter(meeting -> meeting.manager() != null)
                .collect(Collectors.toMap(Meeting::subject, Meeting::manager, (one, same) -> one));
    }
}
