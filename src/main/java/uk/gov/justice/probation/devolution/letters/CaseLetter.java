package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;

/**
 * A letter about a case, as those who may see the case read it; moments are in UTC.
 *
 * @param caseText how the case is named, e.g. {@code CRN X000123, event 1}
 * @param text the letter itself as HTML, without the page around it
 * @param pdfSha256 the SHA-256 of the PDF, in hex
 * @param byHand whether it holds words that our font cannot print: they are written into the gaps of the PDF by hand
 * @param postedBy user name of whoever posted it; null until then
 * @param withdrawnAt when what it says was taken back; null unless it was
 */
public record CaseLetter(
        long id,
        CaseTemplate template,
        long caseId,
        String caseText,
        LocalDateTime writtenAt,
        String postedBy,
        LocalDateTime postedAt,
        LocalDateTime withdrawnAt,
        String text,
        String pdfSha256,
        boolean byHand) {

    /** Whether it still waits for somebody who puts it into an envelope. */
    public boolean toBePosted() {
        return postedAt == null && withdrawnAt == null;
    }
}
