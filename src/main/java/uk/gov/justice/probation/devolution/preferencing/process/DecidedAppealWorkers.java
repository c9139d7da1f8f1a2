package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealLetters;
import uk.gov.justice.probation.devolution.preferencing.appeal.ClosingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.PlacesForAppeals;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;

/** The automated steps of {@code preference-appeal} after the panel's decision. */
@Component
public class DecidedAppealWorkers {
    private final PlacesForAppeals places;
    private final ClosingAppeals closing;
    private final AppealLetters letters;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    DecidedAppealWorkers(
            PlacesForAppeals places,
            ClosingAppeals closing,
            AppealLetters letters,
            ExpectedCalls calls,
            TaskAnswers answers,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.places = places;
        this.closing = closing;
        this.letters = letters;
        this.calls = calls;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record PlaceSearched(boolean placeFound, String arrangeDueAt) {}

    @JobWorker(type = "preferencing.findPlaceForAppeal")
    public PlaceSearched findPlaceForAppeal(@Variable long appealId) {
        return new PlaceSearched(places.find(appealId), deadlines.inWorkingDays(settings.appealStepDue()));
    }

    record ArrangeAnswer(String arrangement, LocalDate arrangedOn, Boolean understood) implements Irreversible {}

    @JobWorker(type = "preferencing.recordArrangement")
    public Map<String, Object> recordArrangement(ActivatedJob listener) {
        return answers.keep(
                listener,
                "arrangeRefused",
                ArrangeAnswer.class,
                (task, answer) -> closing.arranged(
                        task.id("appealId"),
                        answer.arrangement(),
                        answer.arrangedOn() == null ? deadlines.today() : answer.arrangedOn(),
                        task.answer()));
    }

    @JobWorker(type = "preferencing.writeAppealLetter")
    public Map<String, String> writeAppealLetter(@Variable long appealId, ActivatedJob job) {
        String batch = letters.write(appealId);
        calls.expect("send-letters", batch, job.getElementInstanceKey());
        return Map.of("letterBatch", batch);
    }

    @JobWorker(type = "preferencing.closeAppeal")
    public void closeAppeal(@Variable long appealId) {
        closing.close(appealId);
    }
}
