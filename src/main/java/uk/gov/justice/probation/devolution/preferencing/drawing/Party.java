package uk.gov.justice.probation.devolution.preferencing.drawing;

import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Who may add a word to the seed of a round: HR of the region, and each union that is consulted.
 *
 * @param id "hr", or the name of the union's task group
 * @param title for people
 * @param group that enters the word
 */
public record Party(String id, String title, TaskGroup group) {

    public boolean isOf(Colleague colleague) {
        return colleague.isIn(group);
    }
}
