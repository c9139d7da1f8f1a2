package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.outcome.WritingOutcomes;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The letter informing a person of how their appeal ended and why, and letters to others who got a place through the
 * same appeal. A second delivery writes nothing twice.
 */
@Service
public class AppealLetters {
    private final AppealRepository appeals;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final Options options;
    private final Appellants appellants;
    private final ConfidentialRecords records;
    private final WritingOutcomes outcomes;
    private final Letters letters;

    AppealLetters(
            AppealRepository appeals,
            Cohorts cohorts,
            Consultations consultations,
            Options options,
            Appellants appellants,
            ConfidentialRecords records,
            WritingOutcomes outcomes,
            Letters letters) {
        this.appeals = appeals;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.options = options;
        this.appellants = appellants;
        this.records = records;
        this.outcomes = outcomes;
        this.letters = letters;
    }

    /** @return the batch in which they are sent */
    @Transactional
    public String write(long appealId) {
        Appeal appeal = appeals.lock(appealId);
        Facts consultation = consultations.get(appeal.consultationId());
        StaffMember person = appellants.of(appeal);
        String batch = "appeal-" + appealId;
        letters.write(new LetterRequest(
                batch,
                batch,
                Template.APPEAL_OUTCOME,
                person.staffNumber(),
                consultation.regionCode(),
                model(appeal, consultation, person)));
        appeal.places().forEach((member, option) -> {
            if (member != appeal.memberId()) writeToOther(consultation, member, options.get(option), batch);
        });
        return batch;
    }

    /** People whose own appeal is still open are informed in that appeal's letter instead. */
    private void writeToOther(Facts consultation, long memberId, Option place, String batch) {
        if (appeals.countOpenOf(memberId) == 0 && cohorts.get(memberId).active())
            outcomes.writeForPlaceFound(consultation, memberId, appellants.person(memberId), place, batch);
    }

    private Map<String, Object> model(Appeal appeal, Facts consultation, StaffMember person) {
        Map<String, Object> model = new HashMap<>();
        model.put("personName", person.displayName());
        model.put("title", consultation.title());
        model.put("outcomeText", outcome(appeal));
        AppealStep decidedAt = appeal.outcome() == null ? AppealStep.ADMISSION : AppealStep.DECISION;
        model.put(
                "reasonsText",
                records.readForStep(person.staffNumber(), decidedAt.about(appeal), decidedAt.kind(), "appeal letter"));
        if (appeal.optionId() != null) {
            model.putAll(outcomes.words(options.get(appeal.optionId()), person));
        }
        return model;
    }

    private static String outcome(Appeal appeal) {
        if (appeal.outcome() == null)
            return "Your appeal came after the closing date and was not admitted. Your outcome stays as it is.";
        String decided = "Your appeal was %s.".formatted(appeal.outcome().label());
        if (appeal.optionId() != null) return decided + " You have a new place.";
        return decided + " "
                + switch (appeal.outcome()) {
                    case REJECTED -> "Your outcome stays as it is.";
                    case PARTLY ->
                        "None of the choices you ranked higher has a free place, so your outcome stays as it is.";
                    case UPHELD ->
                        "None of the choices you ranked higher has a place that could be given to you without taking somebody else's. "
                                + (appeal.arrangement() == null ? Arrangement.WAIT_FOR_VACANCY : appeal.arrangement())
                                        .sentence();
                };
    }
}
