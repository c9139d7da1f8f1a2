package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.cohort.CohortBatch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.consultation.launch.PeopleInScope.Participant;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Shows who would take part in a consultation that is prepared, and launches it as it was prepared. */
@Service
public class LaunchingDrafts {

    /** Who would take part, and a sentence for each consultation that some of them take part in already. */
    public record Preview(List<Participant> people, List<String> takingPart) {}

    private final LaunchDraftRepository drafts;
    private final OwnDrafts own;
    private final PeopleInScope people;
    private final CohortBatch cohort;
    private final LaunchingConsultations launching;
    private final Imports imports;

    LaunchingDrafts(
            LaunchDraftRepository drafts,
            OwnDrafts own,
            PeopleInScope people,
            CohortBatch cohort,
            LaunchingConsultations launching,
            Imports imports) {
        this.drafts = drafts;
        this.own = own;
        this.people = people;
        this.cohort = cohort;
        this.launching = launching;
        this.imports = imports;
    }

    /** Nobody while it has not been said who takes part. */
    @Transactional(readOnly = true)
    public Preview preview(long id, Colleague by) {
        LaunchDraft draft = own.get(id, by);
        Draft said = draft.draft();
        if (said.people() == null) return new Preview(List.of(), List.of());
        List<Participant> those =
                said.people() == Draft.People.FILE ? people.named(draft.peopleFile()) : people.named(said.launch());
        return new Preview(
                those,
                cohort.takingPart(those.stream().map(Participant::staffNumber).toList()));
    }

    /**
     * Takes the files of places and people, and launches; all of it or nothing. What was prepared is gone then.
     *
     * @throws BreaksRules if something was not answered
     * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row
     * @throws uk.gov.justice.probation.devolution.refusal.Refusal with every reason
     */
    @Transactional
    public Launched launch(long id, Colleague by) {
        LaunchDraft draft = own.change(id, by);
        Draft said = draft.draft();
        if (!said.isComplete()) throw new BreaksRules("Answer every question before you launch the consultation.");
        if (said.places() == Draft.Places.NEW)
            imports.take("vacancies", new ByteArrayInputStream(draft.vacanciesFile()), by);
        Launched launched = said.people() == Draft.People.FILE
                ? launching.launch(said.launch(), draft.peopleFile(), by)
                : launching.launch(said.launch(), by);
        drafts.delete(draft);
        return launched;
    }
}
