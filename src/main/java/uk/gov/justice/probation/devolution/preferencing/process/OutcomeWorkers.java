package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.LongSteps;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.appeal.ClosingAppeals;
import uk.gov.justice.probation.devolution.preferencing.outcome.OpeningAppealWindow;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;
import uk.gov.justice.probation.devolution.preferencing.start.PreparingStarts;

/** The automated steps of {@code preferencing-outcome}. */
@Component
public class OutcomeWorkers {
    private final Consultations consultations;
    private final OutcomeLetters letters;
    private final OpeningAppealWindow window;
    private final ClosingAppeals appeals;
    private final PreparingStarts preparing;
    private final ExpectedCalls calls;
    private final Moments moments;
    private final LongSteps longSteps;

    OutcomeWorkers(
            Consultations consultations,
            OutcomeLetters letters,
            OpeningAppealWindow window,
            ClosingAppeals appeals,
            PreparingStarts preparing,
            ExpectedCalls calls,
            Moments moments,
            LongSteps longSteps) {
        this.consultations = consultations;
        this.letters = letters;
        this.window = window;
        this.appeals = appeals;
        this.preparing = preparing;
        this.calls = calls;
        this.moments = moments;
        this.longSteps = longSteps;
    }

    record LettersWritten(String letterBatch, int letterCount) {}

    @JobWorker(type = "preferencing.writeOutcomeLetters")
    public LettersWritten writeOutcomeLetters(@Variable long consultationId, ActivatedJob job) {
        calls.claim(
                "preferencing-outcome",
                consultationId,
                job.getProcessInstanceKey(),
                Stream.ofNullable(consultations.get(consultationId).processInstanceKey())
                        .toList());
        calls.begun(job);
        OutcomeLetters.Written written = letters.write(consultationId, () -> longSteps.stillAtWork(job));
        calls.expect("send-letters", written.batch(), job.getElementInstanceKey());
        return new LettersWritten(written.batch(), written.count());
    }

    record WindowOpened(String appealsCloseAt, String appealsCloseText) {}

    @JobWorker(type = "preferencing.openAppealWindow")
    public WindowOpened openAppealWindow(@Variable long consultationId) {
        Instant closes = window.open(consultationId);
        return new WindowOpened(moments.at(closes), moments.dayOf(closes));
    }

    /** @param openAppeals 1 if any are, otherwise 0: how many is nobody's business in the engine */
    record AppealsChecked(int openAppeals) {}

    @JobWorker(type = "preferencing.checkAppeals")
    public AppealsChecked checkAppeals(@Variable long consultationId) {
        return new AppealsChecked(Math.min(1, appeals.stillOpen(consultationId)));
    }

    @JobWorker(type = "preferencing.listStarters")
    public Map<String, List<Long>> listStarters(@Variable long consultationId, ActivatedJob job) {
        List<Long> people = preparing.starters(consultationId);
        calls.expect("start-in-new-place", people, job.getElementInstanceKey());
        return Map.of("people", people);
    }
}
