package uk.gov.justice.probation.devolution.casesystem.web;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.casesystem.Manifests;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;

/** The manifest of the handover that an address names, for pages and for the API. */
@Component
class AskedManifest {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final HandoverOverview handovers;
    private final Manifests manifests;
    private final SignedIn signedIn;

    AskedManifest(HandoverOverview handovers, Manifests manifests, SignedIn signedIn) {
        this.handovers = handovers;
        this.manifests = manifests;
        this.signedIn = signedIn;
    }

    /** Whether the page of the handover leads to one. */
    public boolean isMade(long handoverId) {
        return manifests.isMade(handoverId);
    }

    HandoverReport handover(long id) {
        return handovers
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no handover with the number %d.".formatted(id)));
    }

    Manifests.Reported manifest(HandoverReport handover) {
        return made(handover, each -> manifests.of(each, signedIn.colleague()));
    }

    ResponseEntity<byte[]> file(HandoverReport handover) {
        byte[] file = made(handover, each -> manifests.file(each, signedIn.colleague()));
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("manifest-%s-%s.csv"
                                        .formatted(
                                                handover.planRowId(),
                                                handover.region().code()))
                                .build()
                                .toString())
                .body(file);
    }

    private static <T> T made(HandoverReport handover, Function<HandoverReport, Optional<T>> found) {
        return found.apply(handover)
                .orElseThrow(() -> Problem.notFound(
                        "%s has no manifest yet. It is made once both units have signed, or the handover is called off."
                                .formatted(handover.planRowId())));
    }
}
