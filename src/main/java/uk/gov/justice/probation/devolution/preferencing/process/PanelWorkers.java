package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** The automated steps of {@code location-preferencing} after the allocation, which concern the panel. */
@Component
public class PanelWorkers {
    private final PreferencingInstances instances;
    private final OpeningPanel opening;
    private final ConfirmingPanel confirming;
    private final TaskAnswers answers;
    private final PreferencingLinks links;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    PanelWorkers(
            PreferencingInstances instances,
            OpeningPanel opening,
            ConfirmingPanel confirming,
            TaskAnswers answers,
            PreferencingLinks links,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.instances = instances;
        this.opening = opening;
        this.confirming = confirming;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /**
     * @param placed always null, like {@code unplaced}: the engine counts nobody, but what began in release 1 reads
     *     both, and its forms show nothing where they are null
     */
    record PanelPrepared(
            String title,
            String regionName,
            String regionSlug,
            String panelDueAt,
            String allocationUrl,
            String placed,
            String unplaced) {}

    /** Runs again if the panel's answer was refused. The due date stays the same. */
    @JobWorker(type = "preferencing.preparePanel")
    public PanelPrepared preparePanel(
            @Variable long consultationId,
            @Variable(optional = true) String panelRefused,
            @Variable(optional = true) String panelDueAt,
            ActivatedJob job) {
        instances.begin(consultationId, job);
        Facts consultation = opening.prepare(consultationId).consultation();
        String due =
                panelRefused != null && panelDueAt != null ? panelDueAt : deadlines.inWorkingDays(settings.panelDue());
        return new PanelPrepared(
                consultation.title(),
                consultation.regionName(),
                consultation.regionSlug(),
                due,
                links.allocation(consultationId),
                null,
                null);
    }

    record PanelAnswer(Boolean panelChecked) {}

    @JobWorker(type = "preferencing.recordPanel")
    public Map<String, Object> recordPanel(ActivatedJob listener) {
        return answers.keep(listener, "panelRefused", PanelAnswer.class, (task, answer) -> {
            if (!Boolean.TRUE.equals(answer.panelChecked()))
                throw new BreaksRules("Tick that the panel has looked at the results and confirms them.");
            confirming.confirm(task.id("consultationId"), task.answer());
        });
    }

    @JobWorker(type = "preferencing.escalatePanel")
    public void escalatePanel(@Variable long consultationId) {
        opening.escalate(consultationId);
    }
}
