package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.APPEAL_CHAIR;
import static uk.gov.justice.probation.devolution.security.Role.APPEAL_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.TU;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.checking.DrawDocuments;
import uk.gov.justice.probation.devolution.preferencing.checking.OwnRow;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw;
import uk.gov.justice.probation.devolution.preferencing.checking.WholeRequest;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The documents of a draw, for whoever may read each. */
@Controller
class DrawDocumentFiles {
    private final RoundReaders readers;
    private final DrawDocuments documents;
    private final SignedIn signedIn;

    DrawDocumentFiles(RoundReaders readers, DrawDocuments documents, SignedIn signedIn) {
        this.readers = readers;
        this.documents = documents;
        this.signedIn = signedIn;
    }

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/consultations/{id}/draw/draw.json")
    ResponseEntity<PublishedDraw> published(@PathVariable long id) {
        return document("draw.json", documents.published(readers.consultation(id, signedIn.colleague())));
    }

    @Allows(of = Of.OWN, staff = true)
    @GetMapping("/consultations/{id}/draw/row.json")
    ResponseEntity<OwnRow> own(@PathVariable long id) {
        Facts consultation = readers.consultation(id, signedIn.colleague());
        return document(
                "row.json",
                readers.own(id, signedIn.colleague())
                        .map(member -> documents.own(consultation, member))
                        .orElseThrow(() -> new NotAllowedException(
                                "Only those who take part in this consultation have a row of their own.")));
    }

    @Allows(
            value = {TU, APPEAL_PANEL, APPEAL_CHAIR},
            of = Of.REGION)
    @GetMapping("/consultations/{id}/draw/request.json")
    ResponseEntity<WholeRequest> whole(@PathVariable long id) {
        return document(
                "request.json", documents.whole(readers.consultation(id, signedIn.colleague()), signedIn.colleague()));
    }

    private static <T> ResponseEntity<T> document(String name, T document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
