package uk.gov.justice.probation.devolution.casesystem;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.casesystem.ManifestCase.Result;
import uk.gov.justice.probation.devolution.handover.CasesHandedOver;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverCalledOff;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;

/**
 * Makes the manifest of a handover in the transaction in which it is signed or called off. Once it is signed, an event
 * for each case that moved is put in line for the case system; of a handover that is called off, the case system never
 * heard.
 */
@Service
class MakingManifests {
    private final HandoverRepository handovers;
    private final ManifestRepository manifests;
    private final ManifestBatch cases;
    private final CaseEventBatch events;
    private final AuditTrail audit;
    private final Clock clock;

    MakingManifests(
            HandoverRepository handovers,
            ManifestRepository manifests,
            ManifestBatch cases,
            CaseEventBatch events,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.manifests = manifests;
        this.cases = cases;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(CasesHandedOver handed) {
        Instant now = clock.instant();
        make(handed.handoverId(), now);
        events.putInLine(handed.handoverId(), now);
    }

    @EventListener
    @Transactional
    public void on(HandoverCalledOff calledOff) {
        make(calledOff.handoverId(), clock.instant());
    }

    private void make(long handoverId, Instant now) {
        Handover handover = handovers.get(handoverId);
        cases.write(handoverId, handover.toUnit());
        ManifestFile file = new ManifestFile(Set.of());
        cases.each(handoverId, file::add);
        Manifest manifest = manifests.save(new Manifest(
                handoverId,
                now,
                file.cases(Result.MOVED),
                file.cases(Result.LEFT),
                file.cases(Result.RETURNED),
                file.sha256()));
        audit.record(
                "system",
                "MANIFEST_MADE",
                handover.subject(),
                handover.regionCode(),
                Map.of(
                        "planRow",
                        handover.planRowId(),
                        "moved",
                        manifest.moved(),
                        "left",
                        manifest.leftBehind(),
                        "returned",
                        manifest.returned(),
                        "sha256",
                        manifest.sha256()));
    }
}
