package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.List;
import uk.gov.justice.probation.devolution.suppression.Shown;

/**
 * What everybody who may see it sees, with everything hidden that has to be.
 *
 * @param leftOut the titles of the tables that cannot be shown
 */
public record FairnessTables(List<Table> tables, List<String> leftOut) {

    /**
     * @param extraMinutes for each group the mean of how much longer its people travel each way than before; null where
     *     it is not shown
     */
    public record Table(Shown counts, List<Integer> extraMinutes) {}
}
