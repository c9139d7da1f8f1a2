package uk.gov.justice.probation.devolution.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.ProcessesToMask;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;

/**
 * When access to a case becomes limited, reduces what its processes and the messages about them say of it to the CRN.
 */
@Component
public class MaskedProcesses {
    private final TaskSubjects subjects;
    private final MessagesAboutCases messages;
    private final ApplicationEventPublisher events;

    MaskedProcesses(TaskSubjects subjects, MessagesAboutCases messages, ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.messages = messages;
        this.events = events;
    }

    /**
     * @param abouts subjects of the processes and messages, e.g. {@code order/7}
     * @param stays the variables that reveal nothing about the person
     * @param instead replacements for some of the other variables
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mask(ProbationCase probationCase, List<String> abouts, Set<String> stays, Map<String, Object> instead) {
        List<Long> instances = subjects.instancesAbout(abouts);
        Map<String, Object> told = new HashMap<>(instead);
        told.putAll(Map.of(
                "limited", true, "caseText", probationCase.text(), "taskContextDisplayName", probationCase.text()));
        if (!instances.isEmpty()) events.publishEvent(new ProcessesToMask(instances, stays, told));
        messages.mask(probationCase, abouts);
    }
}
