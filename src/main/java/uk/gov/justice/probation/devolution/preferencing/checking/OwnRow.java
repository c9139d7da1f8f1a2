package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import uk.gov.justice.probation.devolution.preferencing.drawing.MerkleTree;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRow;

/**
 * A person's own row, with the hashes that lead from it to the root.
 *
 * @param atClosing their row when the last person's time to answer had ended, and the hashes that lead from it to the
 *     root of then; null if they had none
 * @param result null before everybody's letter is written
 */
public record OwnRow(
        String format,
        String consultation,
        PublishedRow row,
        List<MerkleTree.Step> path,
        String root,
        AtClosing atClosing,
        DrawnPlace result) {

    public record AtClosing(PublishedRow row, List<MerkleTree.Step> path, String root) {}
}
