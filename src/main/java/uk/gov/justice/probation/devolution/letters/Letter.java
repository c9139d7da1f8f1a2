package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A letter as shown to those who may read it. Times are in UTC.
 *
 * @param email null if the person has none
 * @param paper why it goes on paper; null if it goes by email
 * @param text the letter itself as HTML, without the page around it; null once erased
 * @param pdfSha256 the SHA-256 of the PDF, in hex
 * @param failure why it could not be sent, in words for HR; null unless it is {@link LetterState#FAILED}
 */
public record Letter(
        long id,
        Template template,
        String staffNumber,
        String personName,
        String regionCode,
        String email,
        Paper paper,
        LetterState state,
        LocalDateTime writtenAt,
        LocalDateTime sentAt,
        String failure,
        LocalDate handedOverOn,
        String text,
        String pdfSha256) {

    public String stateInWords() {
        return state.inWords(paper);
    }
}
