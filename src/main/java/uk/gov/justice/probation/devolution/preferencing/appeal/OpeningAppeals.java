package uk.gov.justice.probation.devolution.preferencing.appeal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;

/** The first step of the process {@code preference-appeal}. */
@Service
public class OpeningAppeals {

    /**
     * What the process and its forms need to know.
     *
     * @param outcomeIsFinal whether there is an outcome to appeal against, because the person's letter has been written
     */
    public record OpenedAppeal(
            long id, Facts consultation, long memberId, String personName, boolean inTime, boolean outcomeIsFinal) {}

    private final AppealRepository appeals;
    private final Appellants appellants;
    private final OutcomeLetters letters;
    private final Consultations consultations;
    private final TaskSubjects subjects;

    OpeningAppeals(
            AppealRepository appeals,
            Appellants appellants,
            OutcomeLetters letters,
            Consultations consultations,
            TaskSubjects subjects) {
        this.appeals = appeals;
        this.appellants = appellants;
        this.letters = letters;
        this.consultations = consultations;
        this.subjects = subjects;
    }

    @Transactional
    public OpenedAppeal open(long appealId, long processInstanceKey) {
        Appeal appeal = appeals.lock(appealId);
        appeal.open(processInstanceKey);
        appeals.save(appeal);
        Facts consultation = consultations.get(appeal.consultationId());
        subjects.note(
                processInstanceKey, new TaskSubject("appealId", appealId, appeal.subject(), consultation.regionCode()));
        return new OpenedAppeal(
                appealId,
                consultation,
                appeal.memberId(),
                appellants.of(appeal).inFull(),
                appeal.inTime(),
                letters.written(appeal.memberId()));
    }
}
