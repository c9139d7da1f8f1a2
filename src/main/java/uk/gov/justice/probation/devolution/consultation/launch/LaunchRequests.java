package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * Launches entered in Tasklist's start form. Tasklist does not say who used it, so nothing is launched and nobody takes
 * part until HR of the region confirms; the launch is then theirs. They confirm what was saved here, whatever the
 * process contains later.
 */
@Service
public class LaunchRequests {
    private static final String TASKLIST = "Tasklist start form";
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_GRADES = 200;
    private static final int LONGEST_OBJECTIVE = 10;
    private static final int LAST_YEAR = 9999;
    private static final String NOT_KNOWN = "not known";

    /** What a start of the process leads to. */
    public enum Standing {
        /** We launched it before; it goes on. */
        OURS,
        /** HR of the region is asked first. */
        TO_CONFIRM,
        /** Nobody can be asked; it ends and nothing is done. */
        NOTHING
    }

    /** @param entered what was entered, as Markdown list items; empty unless it has to be confirmed */
    public record Received(Standing standing, String regionCode, String entered) {
        private static final Received NOTHING = new Received(Standing.NOTHING, "", "");
    }

    /** A launch, and who in HR confirmed it. */
    public record Confirmed(Launch launch, String by) {}

    private final LaunchRequestRepository requests;
    private final ConsultationRepository consultations;
    private final ChoicesQuery choices;
    private final StaffDirectory staff;
    private final TaskSubjects subjects;
    private final AuditTrail audit;
    private final Clock clock;

    LaunchRequests(
            LaunchRequestRepository requests,
            ConsultationRepository consultations,
            ChoicesQuery choices,
            StaffDirectory staff,
            TaskSubjects subjects,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.consultations = consultations;
        this.choices = choices;
        this.staff = staff;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides what a start of the process leads to.
     *
     * @param consultationId the id given by our own launch; null if it comes from the start form
     * @param launch what was entered; null if it cannot be read
     */
    @Transactional
    public Received receive(Long consultationId, Launch launch, long processInstanceKey) {
        Optional<String> ours = consultations.regionOfThatRunBy(processInstanceKey, consultationId);
        if (ours.isPresent()) {
            note(processInstanceKey, ours.get());
            return new Received(Standing.OURS, ours.get(), "");
        }
        if (launch == null
                || choices.regions().stream().noneMatch(region -> region.code().equals(launch.regionCode()))
                || !fits(launch)) {
            audit.recordOnce(
                    "launch-dropped-" + processInstanceKey,
                    TASKLIST,
                    "CONSULTATION_LAUNCH_DROPPED",
                    subject(processInstanceKey),
                    null,
                    Map.of());
            return Received.NOTHING;
        }
        note(processInstanceKey, launch.regionCode());
        LaunchRequest request = requests.findById(processInstanceKey)
                .orElseGet(() -> requests.save(new LaunchRequest(processInstanceKey, launch, clock.instant())));
        return new Received(Standing.TO_CONFIRM, launch.regionCode(), inWords(request.launch()));
    }

    /**
     * Records whether HR of the region confirms or withdraws the launch.
     *
     * @param decision CONFIRM or WITHDRAW
     * @throws BreaksRules if it is neither
     */
    @Transactional
    public void decide(long processInstanceKey, String decision, TaskAnswer by) {
        LaunchRequest request = requests.lockById(processInstanceKey)
                .orElseThrow(() -> new CannotSucceedException(
                        "Nothing was received in Tasklist's start form for process instance %d. Cancel it in Operate"
                                .formatted(processInstanceKey)));
        if (request.isDecided()) return;
        String region = request.regionCode();
        by.mustHold(Role.HR, region, "confirm a launch in " + choices.regionName(region));
        LaunchRequest.Decision decided = request.decide(decision, by.by());
        audit.record(by.by(), "CONSULTATION_LAUNCH_" + decided.done(), subject(processInstanceKey), region, Map.of());
    }

    /** What HR has confirmed; empty if they have not. */
    @Transactional(readOnly = true)
    public Optional<Confirmed> confirmed(long processInstanceKey) {
        return requests.findById(processInstanceKey)
                .filter(LaunchRequest::isConfirmed)
                .map(request -> new Confirmed(request.launch(), request.decidedBy()));
    }

    /** Records that HR of the region has read why a launch was refused. */
    @Transactional
    public void refusalRead(String regionCode, long processInstanceKey, TaskAnswer by) {
        by.mustHold(Role.HR, regionCode, "close a refused launch in " + choices.regionName(regionCode));
        audit.recordOnce(
                "launch-refusal-" + by.taskInstance(),
                by.by(),
                "CONSULTATION_LAUNCH_REFUSAL_READ",
                subject(processInstanceKey),
                regionCode,
                Map.of());
    }

    private void note(long processInstanceKey, String regionCode) {
        subjects.note(
                processInstanceKey, new TaskSubject("regionCode", regionCode, subject(processInstanceKey), regionCode));
    }

    private static boolean fits(Launch launch) {
        return (launch.unitCode() == null || launch.unitCode().length() <= LONGEST_CODE)
                && String.join("|", launch.grades()).length() <= LONGEST_GRADES
                && (launch.objective() == null || launch.objective().length() <= LONGEST_OBJECTIVE)
                && (launch.preferencesCloseOn() == null
                        || launch.preferencesCloseOn().getYear() > 0
                                && launch.preferencesCloseOn().getYear() <= LAST_YEAR);
    }

    /** Uses names from our own lists only. Anything else that was typed is not shown. */
    private String inWords(Launch launch) {
        String unit = launch.unitCode() == null
                ? "everybody who works for the region"
                : name(choices.units(), launch.unitCode());
        String grades = launch.grades().isEmpty()
                ? "all"
                : launch.grades().stream()
                        .map(grade -> name(choices.grades(), grade))
                        .distinct()
                        .collect(Collectors.joining(", "));
        int people = staff.of(launch.regionCode(), launch.unitCode(), launch.grades())
                .size();
        return """
        - **Whose staff:** %s
        - **Grades:** %s
        - **People who would take part:** %d
        - **How places are shared out:** %s
        - **Places each person may rank:** %s
        - **Longest journey each way:** %d minutes
        - **Ranking until:** %s""".formatted(
                unit,
                grades,
                people,
                aim(launch).map(Objective::title).orElse(NOT_KNOWN),
                aim(launch).map(aim -> aim.namesAtMost(launch.maxChoices())).orElse(NOT_KNOWN),
                launch.mobilityLimit(),
                launch.preferencesCloseOn() == null
                        ? "worked out when the places are published"
                        : Deadlines.inWords(launch.preferencesCloseOn()));
    }

    private static Optional<Objective> aim(Launch launch) {
        return Stream.of(Objective.values())
                .filter(aim -> aim.name().equals(launch.objective()))
                .findFirst();
    }

    private static String name(List<CodeAndName> known, String code) {
        return known.stream()
                .filter(one -> one.code().equals(code))
                .map(CodeAndName::name)
                .findFirst()
                .orElse(NOT_KNOWN);
    }

    private static String subject(long processInstanceKey) {
        return "launch/" + processInstanceKey;
    }
}
