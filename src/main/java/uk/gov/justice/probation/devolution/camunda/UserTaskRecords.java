package uk.gov.justice.probation.devolution.camunda;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The engine's own records of user tasks. Listeners do not hear that a task was claimed, or that a timer, a
 * cancellation or a migration ended it; the records say all of it, a second or two later. They throw while Camunda is
 * away.
 */
public interface UserTaskRecords {

    /** Where nothing was read yet. */
    long BEGINNING = 0;

    /**
     * What was recorded after a position.
     *
     * @param tasks in the order in which it was recorded; a task may be there more than once
     * @param position from where to read on
     * @param more whether there is more to read at once
     * @param knownUntil up to when everything recorded has been read
     */
    record Changes(List<UserTaskRecord> tasks, long position, boolean more, Instant knownUntil) {}

    Changes since(long position);

    /** All open tasks by their key, each with its assignee, or with an empty name where it has none. */
    Map<Long, String> open();

    /** What the records say last of these tasks; of which they know nothing are left out. */
    List<UserTaskRecord> latest(Collection<Long> keys);
}
