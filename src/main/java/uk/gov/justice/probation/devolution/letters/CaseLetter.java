package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;

/**
 * A letter about a case, as shown to those who may see the case. Times are in UTC.
 *
 * @param caseText how the case is named, e.g. {@code CRN X000123, event 1}
 * @param text the letter itself as HTML, without the page around it
 * @param pdfSha256 the SHA-256 of the PDF, in hex
 * @param byHand whether it contains words that our font cannot print, which have to be written by hand into the gaps of
 *     the PDF
 * @param postedBy user name of the colleague who posted it; null until then
 * @param withdrawnAt when it was withdrawn; null if it was not
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

    /** Whether it still has to be posted. */
    public boolean toBePosted() {
        return postedAt == null && withdrawnAt == null;
    }
}
