package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Which regions' staff consultation has reached its individual stage. The gate CONSULTATION needs it, because no
 * individual step may come before union feedback is in.
 */
@Service
public class ConsultationStages {

    /** {@code reachedAt} and {@code recordedBy} are null until the stage has been reached. */
    public record Stage(String regionCode, String regionName, LocalDateTime reachedAt, String recordedBy) {}

    private final HandoverRepository handovers;
    private final ConsultationStageRepository stages;
    private final ConsultationStageOverview overview;
    private final AuditTrail audit;
    private final Clock clock;

    ConsultationStages(
            HandoverRepository handovers,
            ConsultationStageRepository stages,
            ConsultationStageOverview overview,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.stages = stages;
        this.overview = overview;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records that the stage has been reached. Repeating it changes nothing.
     *
     * @return how many handovers were waiting for it
     * @throws NotAllowedException if the colleague is not HR of the region
     */
    @Transactional
    public int reached(String regionCode, Colleague by) {
        if (!by.holds(Role.HR, regionCode))
            throw new NotAllowedException("Only HR of %s may record its consultation stage".formatted(regionCode));
        Instant now = clock.instant();
        if (stages.recordOnce(regionCode, Utc.of(now), by.userName()) == 0) return 0;
        audit.record(
                by.userName(), "CONSULTATION_INDIVIDUAL_STAGE_REACHED", "region/" + regionCode, regionCode, Map.of());
        List<Handover> waiting = handovers.lockAllById(handovers.waitingForConsultation(regionCode));
        for (Handover handover : waiting) {
            handover.waitedForIndividualStage(by.userName(), now);
            handovers.save(handover);
        }
        return waiting.size();
    }

    @Transactional(readOnly = true)
    public List<Stage> all() {
        return overview.all();
    }

    @Transactional
    public boolean check(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        boolean reached = reached(handover.regionCode());
        if (reached) handover.individualStageReached("system", clock.instant());
        return reached;
    }

    boolean reached(String regionCode) {
        return stages.existsById(regionCode);
    }
}
