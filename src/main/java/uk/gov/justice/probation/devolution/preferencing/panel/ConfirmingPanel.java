package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.preferencing.fairness.Fairness;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Ends the panel's work. Once it is confirmed, people have their places. */
@Service
public class ConfirmingPanel {
    public static final TaskOnPage TASK = TaskOnPage.of("location-preferencing", "Task_Panel", "panelChecked");

    private final PanelTables tables;
    private final Rounds rounds;
    private final PanelBatch batch;
    private final Fairness fairness;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmingPanel(
            PanelTables tables, Rounds rounds, PanelBatch batch, Fairness fairness, AuditTrail audit, Clock clock) {
        this.tables = tables;
        this.rounds = rounds;
        this.batch = batch;
        this.fairness = fairness;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives everybody the place they have on the panel's table.
     *
     * @throws NotAllowedException if the colleague is not on the panel of the region
     * @throws BreaksRules with the reason if it cannot be confirmed yet
     */
    @Transactional
    public void confirm(long consultationId, TaskAnswer by) {
        Round round = rounds.lock(consultationId);
        if (audit.isRecorded("panel-confirmed-" + by.taskInstance())) return;
        PanelTable table = tables.of(consultationId);
        by.mustHold(Panel.ROLE, table.consultation().regionCode(), "confirm the results of the preference panel");
        if (table.consultation().state() != ConsultationState.PANEL) return;
        if (!table.open().isEmpty())
            throw new BreaksRules(
                    "The panel has not yet decided about everybody it has to look at. Open the page of the allocation. Move each of them, or record that they stay where they are.");
        batch.confirm(consultationId, table.run().id());
        fairness.confirmed(table.run());
        round.panelConfirmed(clock.instant());
        audit.recordOnce(
                "panel-confirmed-" + by.taskInstance(),
                by.by(),
                "PANEL_CONFIRMED",
                table.consultation().subject(),
                table.consultation().regionCode(),
                Map.of("run", table.run().id()));
    }
}
