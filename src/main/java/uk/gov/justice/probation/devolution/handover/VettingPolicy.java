package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.workforce.VettingStatus;

/**
 * Whose vetting blocks a handover: an officer's, until it allows their work; one whose vetting was refused carries none
 * and waits for HR to decide on the post.
 */
final class VettingPolicy {

    /** A Probation Services Officer; no other grade is vetted for caseload. */
    static final String OFFICER = "PSO";

    static final String WAITING = VettingStatus.PENDING.name();
    static final String REFUSED = VettingStatus.REFUSED.name();

    static final List<String> BLOCKING = Stream.of(VettingStatus.values())
            .filter(status -> !status.allowsWork())
            .map(VettingStatus::name)
            .toList();

    private VettingPolicy() {}
}
