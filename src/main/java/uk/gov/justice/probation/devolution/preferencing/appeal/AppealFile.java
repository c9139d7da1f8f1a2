package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.LocalDateTime;
import java.util.List;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;

/**
 * An appeal as a particular reader may see it.
 *
 * @param own whether it is the reader's own appeal
 * @param sealed grounds and reasons, as far as the reader may see them; null if they may not (regional HR arranges
 *     places but does not read grounds and reasons)
 * @param placeThen the place appealed against; null if there was none
 * @param placeFound the place found through the appeal; null if there is none yet
 * @param explanation how the allocation came to its result for the person, sentence by sentence
 * @param writes the step whose reasons the reader can write now; null for none
 * @param obstacle why the reader cannot take the step that the appeal is waiting for, although they have the role for
 *     it; null otherwise
 * @param reasonsWritten whether that step's reasons have been written
 */
public record AppealFile(
        long id,
        long memberId,
        Facts consultation,
        String personName,
        boolean own,
        Appealed appealed,
        Sealed sealed,
        String placeThen,
        String placeFound,
        List<Choice> choices,
        List<String> explanation,
        AppealStep writes,
        String obstacle,
        boolean reasonsWritten) {

    /**
     * One of the person's choices, listed in their order.
     *
     * @param free places that nobody has
     */
    public record Choice(String name, int places, int free) {}

    /**
     * What has happened so far; null for what has not. For the reader's own appeal, the decisions are null until the
     * letter has been sent.
     */
    public record Appealed(
            AppealState state,
            boolean inTime,
            LocalDateTime lodgedAt,
            Boolean admitted,
            Recommendation recommendation,
            AppealOutcome outcome,
            String union,
            LocalDateTime decidedAt,
            Arrangement arrangement) {}

    /** Grounds and reasons; empty if there are none or the reader may not see them yet. */
    public record Sealed(String grounds, String admission, String review, String decision) {}
}
