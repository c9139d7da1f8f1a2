package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.ranking.RemindingPeople;
import uk.gov.justice.probation.devolution.preferencing.ranking.RemindingPeople.ToContact;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * The automated steps of {@code rank-locations} for people who do not answer: they are reminded, then contacted by
 * their line manager.
 */
@Component
public class ContactWorkers {
    private final RemindingPeople reminding;
    private final Rankings rankings;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    ContactWorkers(
            RemindingPeople reminding,
            Rankings rankings,
            TaskAnswers answers,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.reminding = reminding;
        this.rankings = rankings;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @JobWorker(type = "preferencing.remindPerson")
    public void remindPerson(@Variable long memberId) {
        reminding.remind(memberId);
    }

    record ContactPrepared(
            List<String> managerUsers, List<String> managerGroups, String personName, String contactDueAt) {}

    @JobWorker(type = "preferencing.prepareContact")
    public ContactPrepared prepareContact(@Variable long memberId) {
        ToContact contact = reminding.toContact(memberId);
        return new ContactPrepared(
                contact.manager().users(),
                contact.manager().groups(),
                contact.person().inFull(),
                deadlines.inWorkingDays(settings.contactDue()));
    }

    record ContactAnswer(
            String contactOutcome,
            LocalDate contactedOn,
            String choice1,
            String choice2,
            String choice3,
            String choice4,
            String choice5,
            LongJourneys longJourneyAgreed) {
        Rankings.Contact contact() {
            if (!"RECORDED".equals(contactOutcome) && !"UNAVAILABLE".equals(contactOutcome)) {
                throw new BreaksRules("Choose the result: they said what they would take, or they cannot be reached.");
            }
            return new Rankings.Contact(
                    contactOutcome.equals("RECORDED"),
                    contactedOn,
                    RankLocationsWorkers.ranking(longJourneyAgreed, choice1, choice2, choice3, choice4, choice5));
        }
    }

    @JobWorker(
            type = "preferencing.recordForPerson",
            fetchVariables = {
                "memberId",
                "contactOutcome",
                "contactedOn",
                "choice1",
                "choice2",
                "choice3",
                "choice4",
                "choice5",
                "longJourneyAgreed"
            })
    public Map<String, Object> recordForPerson(ActivatedJob listener) {
        return answers.keep(
                listener,
                "rankingRefused",
                ContactAnswer.class,
                (task, answer) -> rankings.recordForPerson(task.id("memberId"), answer.contact(), task.answer()));
    }

    @JobWorker(type = "preferencing.escalateContact")
    public void escalateContact(@Variable long memberId) {
        reminding.escalateContact(memberId);
    }
}
