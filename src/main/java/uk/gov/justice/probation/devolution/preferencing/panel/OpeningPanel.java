package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.fairness.Fairness;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Opens the panel, and informs HR if it takes too long. */
@Service
public class OpeningPanel {
    private final Consultations consultations;
    private final Rounds rounds;
    private final Runs runs;
    private final PanelBatch batch;
    private final PanelTables tables;
    private final Fairness fairness;
    private final Notifications notifications;
    private final Clock clock;

    OpeningPanel(
            Consultations consultations,
            Rounds rounds,
            Runs runs,
            PanelBatch batch,
            PanelTables tables,
            Fairness fairness,
            Notifications notifications,
            Clock clock) {
        this.consultations = consultations;
        this.rounds = rounds;
        this.runs = runs;
        this.batch = batch;
        this.tables = tables;
        this.fairness = fairness;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Opens the panel on the official allocation, or opens it again on what it confirmed before. */
    @Transactional
    public PanelTable prepare(long consultationId) {
        Round round = rounds.lock(consultationId);
        Consultations.Facts consultation = consultations.get(consultationId);
        if (consultation.state().compareTo(ConsultationState.PANEL) > 0) {
            throw new CannotSucceedException(
                    "The panel of '%s' has done its work, and the director has not given it back. Cancel this process in Operate"
                            .formatted(consultation.title()));
        }
        Run run = runs.official(consultationId)
                .orElseThrow(
                        () -> new NotPossibleNow("There is no allocation yet, so the panel has nothing to look at."));
        batch.lay(consultationId, run.id());
        fairness.allocated(run);
        round.panelOpened(clock.instant());
        consultations.moveTo(consultationId, ConsultationState.PANEL);
        return tables.of(consultationId);
    }

    /** Informs HR that the panel is overdue, once each time the panel is opened. */
    @Transactional
    public void escalate(long consultationId) {
        Consultations.Facts consultation = consultations.get(consultationId);
        Round round = rounds.get(consultationId);
        notifications.send(
                "panel-overdue-%d-%s".formatted(consultationId, round.confirmedAt()),
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "The preference panel of %s is overdue".formatted(consultation.title()),
                "The panel has not confirmed the allocation in time. Letters and appeals have to wait. The page of the allocation shows whom it has still to decide about.",
                consultation.subject());
    }
}
