package uk.gov.justice.probation.devolution.work;

import java.util.Optional;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/**
 * What a task is about.
 *
 * @param about its subject, e.g. {@code handover/12}; null if nothing was noted
 * @param regionCode null if it belongs to no region
 * @param crn whose case it is; null if it is about no case
 * @param words as in {@code H-NW-5 Terminations, North West}; empty if nothing is known
 */
record Description(String about, String regionCode, String crn, String words) {
    static final Description UNKNOWN = new Description(null, null, null, "");

    Optional<TaskSubject> subject() {
        return Optional.ofNullable(about).map(known -> new TaskSubject("", "", known, regionCode));
    }
}
