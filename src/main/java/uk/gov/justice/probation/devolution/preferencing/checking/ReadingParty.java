package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * A union that is consulted, or the appeal panel: it names the people who may read everybody's rows.
 *
 * @param namedBy whose members name them
 * @param readers of which one group whoever reads them must be
 */
public record ReadingParty(String id, String title, TaskGroup namedBy, List<TaskGroup> readers) {
    public boolean names(Colleague colleague) {
        return colleague.isIn(namedBy);
    }

    boolean reads(Colleague colleague) {
        return readers.stream().anyMatch(colleague::isIn);
    }
}
