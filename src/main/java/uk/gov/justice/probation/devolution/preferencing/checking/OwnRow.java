package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import uk.gov.justice.probation.devolution.preferencing.drawing.MerkleTree;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRow;

/**
 * A person's own row, with the hashes that lead from it to the root.
 *
 * @param result null before everybody's letter is written
 */
public record OwnRow(
        String format,
        String consultation,
        PublishedRow row,
        List<MerkleTree.Step> path,
        String root,
        DrawnPlace result) {}
