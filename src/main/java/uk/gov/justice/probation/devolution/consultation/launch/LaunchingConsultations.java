package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.cohort.CohortBatch;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Launches consultations for HR of the region, with the staff in the database or those in a staff file, which is
 * imported first. Either everything is done or nothing. Nobody takes part in two running consultations.
 */
@Service
public class LaunchingConsultations {
    /** A launched consultation and how many people take part. */
    public record Launched(Facts consultation, int people) {}

    private final ConsultationRepository consultations;
    private final CohortBatch cohort;
    private final PeopleInScope people;
    private final LaunchRules rules;
    private final LaunchTerms terms;
    private final TaskSubjects subjects;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    LaunchingConsultations(
            ConsultationRepository consultations,
            CohortBatch cohort,
            PeopleInScope people,
            LaunchRules rules,
            LaunchTerms terms,
            TaskSubjects subjects,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.cohort = cohort;
        this.people = people;
        this.rules = rules;
        this.terms = terms;
        this.subjects = subjects;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Launches a consultation with the staff in the database.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague is not HR of the region
     * @throws Refusal with every reason
     */
    @Transactional
    public Launched launch(Launch launch, Colleague by) {
        rules.mustBeHr(launch.regionCode(), by);
        return launch(launch, people.inScope(launch), by.userName(), null);
    }

    /**
     * Launches a consultation of the people in a file: one of staff, which is imported first, or one of staff numbers
     * alone.
     *
     * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row, in which case
     *     nothing is launched
     * @throws Refusal with every reason, in which case nothing is imported
     */
    @Transactional
    public Launched launch(Launch launch, InputStream staffCsv, Colleague by) throws IOException {
        rules.mustBeHr(launch.regionCode(), by);
        return launch(launch, people.in(launch, staffCsv, by), by.userName(), null);
    }

    @Transactional
    public Launched launch(Launch launch, byte[] staffCsv, Colleague by) {
        rules.mustBeHr(launch.regionCode(), by);
        return launch(launch, people.in(launch, staffCsv, by), by.userName(), null);
    }

    /**
     * The consultation that this process instance runs: launched now, as HR confirmed it, or earlier by
     * {@link #launch}.
     *
     * @param confirmed what was entered in Tasklist's start form and confirmed; null if it was launched earlier
     * @param consultationId of the one launched earlier
     * @throws Refusal with every reason
     */
    @Transactional
    public Launched begin(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
        Launched begun = running(confirmed, consultationId, processInstanceKey);
        Facts facts = begun.consultation();
        subjects.note(
                processInstanceKey, new TaskSubject("consultationId", facts.id(), facts.subject(), facts.regionCode()));
        return begun;
    }

    private Launched running(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
        Optional<Consultation> known = consultations.findByProcessInstanceKey(processInstanceKey);
        if (known.isPresent()) return launched(known.get());
        if (confirmed != null)
            return launch(confirmed.launch(), people.inScope(confirmed.launch()), confirmed.by(), processInstanceKey);
        if (consultationId == null)
            throw new CannotSucceedException("Nobody has confirmed this launch. Cancel it in Operate and launch again");
        Consultation consultation = consultations.lock(consultationId);
        if (!consultation.runBy(processInstanceKey))
            throw new Taken(List.of("Consultation %d runs already.".formatted(consultationId)));
        return launched(consultation);
    }

    private Launched launch(Launch launch, List<StaffMember> those, String by, Long processInstanceKey) {
        cohort.waitForOthers(launch.regionCode());
        List<String> running = cohort.alreadyTakingPart(those);
        List<String> reasons = new ArrayList<>(rules.broken(launch, those));
        reasons.addAll(running);
        if (!running.isEmpty()) throw new Taken(reasons);
        if (!reasons.isEmpty()) throw new NotPossibleNow(reasons);
        Consultation consultation = terms.consultation(launch, by, processInstanceKey);
        long id = consultation.id();
        try {
            cohort.add(id, those);
        } catch (BeyondCalendarException e) {
            throw new NotPossibleNow(
                    List.of("Somebody's absence lasts beyond the known bank holidays. " + e.getMessage()));
        }
        audit.record(
                by,
                "CONSULTATION_LAUNCHED",
                consultation.subject(),
                launch.regionCode(),
                Map.of(
                        "people",
                        those.size(),
                        "objective",
                        launch.objective(),
                        "maxChoices",
                        launch.maxChoices(),
                        "mobilityLimit",
                        launch.mobilityLimit()));
        if (processInstanceKey == null) {
            events.publishEvent(ConsultationMessages.launched(id));
        }
        return launched(consultation);
    }

    private Launched launched(Consultation consultation) {
        return new Launched(consultation.facts(), cohort.size(consultation.id()));
    }
}
