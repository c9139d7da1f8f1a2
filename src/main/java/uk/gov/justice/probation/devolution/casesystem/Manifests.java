package uk.gov.justice.probation.devolution.casesystem;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.handover.CaseLists;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The manifests of handovers, for those who may see the cases. */
@Service
public class Manifests {

    /**
     * A manifest, and how far the case system has heard of it.
     *
     * @param limitedSince how many people's access was limited after it was made, so that the file shows less than what
     *     its SHA-256 was computed from
     * @param failure why the events that fail do not arrive; null if none fails
     * @param sent whether events are sent at all
     */
    public record Reported(
            Manifest manifest,
            int limitedSince,
            int delivered,
            int waiting,
            int failing,
            String failure,
            boolean sent) {}

    private final ManifestRepository manifests;
    private final ManifestBatch cases;
    private final CaseEventBatch events;
    private final CaseSystemSettings settings;
    private final CaseLists lists;
    private final AuditTrail audit;

    Manifests(
            ManifestRepository manifests,
            ManifestBatch cases,
            CaseEventBatch events,
            CaseSystemSettings settings,
            CaseLists lists,
            AuditTrail audit) {
        this.manifests = manifests;
        this.cases = cases;
        this.events = events;
        this.settings = settings;
        this.lists = lists;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean isMade(long handoverId) {
        return manifests.findById(handoverId).isPresent();
    }

    /** Nothing until the handover is signed or called off. */
    @Transactional(readOnly = true)
    public Optional<Reported> of(HandoverReport handover, Colleague by) {
        lists.mustRead(handover, by);
        return manifests.findById(handover.id()).map(this::reported);
    }

    private Reported reported(Manifest manifest) {
        CaseEventBatch.Progress progress = events.progress(manifest.getId());
        return new Reported(
                manifest,
                cases.limitedSince(manifest.getId()).size(),
                progress.delivered(),
                progress.waiting(),
                progress.failing(),
                events.failure(manifest.getId()).orElse(null),
                settings.configured());
    }

    /** The file, in the same order whenever it is asked for. The look is audited. */
    @Transactional
    public Optional<byte[]> file(HandoverReport handover, Colleague by) {
        lists.mustRead(handover, by);
        return manifests.findById(handover.id()).map(manifest -> {
            ManifestFile file = new ManifestFile(cases.limitedSince(handover.id()));
            cases.each(handover.id(), file::add);
            audit.record(
                    by.userName(),
                    "MANIFEST_VIEWED",
                    handover.subject(),
                    handover.region().code(),
                    Map.of("cases", manifest.moved() + manifest.leftBehind() + manifest.returned()));
            return file.bytes();
        });
    }
}
