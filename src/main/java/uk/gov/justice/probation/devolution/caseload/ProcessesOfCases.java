package uk.gov.justice.probation.devolution.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.ProcessesLookAgain;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.facts.ChangedFact;

/** Lets running processes about cases look again when a case has moved or has another practitioner. */
@Component
public class ProcessesOfCases {

    /**
     * A family of processes about cases.
     *
     * @param folder of its models
     * @param service whose unit administers the cases
     * @param what completes "Cases have moved between regions, and with them their …"
     * @param subjects of what its processes are about, by case
     */
    public record Family(
            String folder,
            String service,
            String what,
            Function<List<Long>, Map<ProbationCase, List<String>>> subjects) {}

    private final TaskSubjects subjects;
    private final CaseOwners owners;
    private final ApplicationEventPublisher events;

    ProcessesOfCases(TaskSubjects subjects, CaseOwners owners, ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.owners = owners;
        this.events = events;
    }

    /** Later tasks are made in the region that the case belongs to now; the open ones go there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(Family family, List<ChangedFact> changes) {
        publish(
                family,
                changes,
                (change, of) -> new ProcessesLookAgain(
                        change.occasion(),
                        "Cases have moved between regions, and with them their %s.".formatted(family.what()),
                        family.folder(),
                        List.of(),
                        places(of, family.service()),
                        null,
                        null));
    }

    /** Open tasks and later ones name the case as it is called now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renamed(Family family, List<ChangedFact> changes) {
        publish(
                family,
                changes,
                (change, of) -> new ProcessesLookAgain(
                        change.occasion(),
                        "Cases have another CRN or event number.",
                        family.folder(),
                        List.of(),
                        name(of),
                        null,
                        null));
    }

    /** Of a limited-access case the engine knows the CRN alone. */
    private static Map<String, Object> name(ProbationCase of) {
        Map<String, Object> name =
                new HashMap<>(Map.of("crn", of.crn(), "caseText", of.text(), "taskContextDisplayName", of.text()));
        if (!of.limitedAccess()) name.put("eventNumber", of.eventNumber());
        return name;
    }

    /** What the former practitioner had claimed goes back to its group. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void practitionerChanged(Family family, List<ChangedFact> changes) {
        publish(
                family,
                changes,
                (change, of) -> new ProcessesLookAgain(
                        change.occasion(),
                        "The practitioner of cases has changed, and with them whose %s they are."
                                .formatted(family.what()),
                        family.folder(),
                        List.of(),
                        Map.of(),
                        change.before(),
                        change.after()));
    }

    private interface Look {
        ProcessesLookAgain of(ChangedFact change, ProbationCase probationCase);
    }

    private void publish(Family family, List<ChangedFact> changes, Look look) {
        Map<Long, ChangedFact> byCase = new HashMap<>();
        changes.forEach(change -> byCase.put(Long.valueOf(change.whose()), change));
        family.subjects()
                .apply(List.copyOf(byCase.keySet()))
                .forEach((of, abouts) -> look.of(byCase.get(of.id()), of)
                        .among(subjects.instancesAbout(abouts))
                        .forEach(events::publishEvent));
    }

    private Map<String, Object> places(ProbationCase of, String service) {
        Map<String, Object> places = new HashMap<>(Map.of(
                "regionCode",
                of.regionCode(),
                "regionSlug",
                of.regionSlug(),
                "regionName",
                of.regionName(),
                "practitionerGroup",
                of.group(of.practitionerRole())));
        owners.find(of.id(), service).ifPresent(owner -> places.put("ownerGroup", owner.group()));
        return places;
    }
}
