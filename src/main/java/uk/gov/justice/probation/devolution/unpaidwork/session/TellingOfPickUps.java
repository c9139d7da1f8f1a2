package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.project.WorkProject;

/**
 * The people of a project are picked up at another time or place: whoever has a session to come there gets a letter,
 * once for each change. Coordinators and supervisors read how many, and no CRN, because some cases are limited to a few
 * readers.
 */
@Service
public class TellingOfPickUps {
    private static final List<Role> WITH_THE_PROJECT = List.of(Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR);

    private final ComingQuery coming;
    private final Projects projects;
    private final CaseLetters letters;
    private final MessagesAboutCases messages;
    private final Clock clock;

    TellingOfPickUps(
            ComingQuery coming, Projects projects, CaseLetters letters, MessagesAboutCases messages, Clock clock) {
        this.coming = coming;
        this.projects = projects;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(List<ChangedFact> changes) {
        changes.forEach(this::changed);
    }

    private void changed(ChangedFact change) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkProject project = projects.get(change.whose());
        List<Long> cases = coming.cases(project.code(), now);
        if (cases.isEmpty()) return;
        String from = Deadlines.inWords(now.toLocalDate());
        Map<String, String> model = new HashMap<>(Map.of("projectName", project.name(), "from", from));
        if (change.after() != null) model.put("pickUp", change.after());
        cases.forEach(caseId -> letters.write(new CaseLetterRequest(
                "pick-up-changed-%d-%d".formatted(change.id(), caseId), CaseTemplate.PICK_UP_CHANGED, caseId, model)));
        for (Role role : WITH_THE_PROJECT) {
            String group = TaskGroup.of(role, project.regionCode()).name();
            messages.sendAboutNoCase(
                    "pick-up-changed-%d-%s".formatted(change.id(), group),
                    group,
                    "%s: where or when people are picked up has changed".formatted(project.name()),
                    "It was %s and is %s now. %s with a session to come from %s on %s a letter. Tell those who come before it arrives."
                            .formatted(
                                    inWords(change.before()),
                                    inWords(change.after()),
                                    cases.size() == 1 ? "One person" : "%,d people".formatted(cases.size()),
                                    from,
                                    cases.size() == 1 ? "gets" : "get"),
                    change.about());
        }
    }

    private static String inWords(String pickUp) {
        return pickUp == null ? "not given" : pickUp;
    }
}
