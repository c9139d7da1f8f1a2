package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/** Finds the sessions of a file that are of one person at the same hours, for different orders. */
final class SameHours {

    /**
     * @param sharing whether others may share its hours, because of what its requirement is
     * @param at where hours can be shared
     */
    record Hours(String crn, long orderId, String reference, TimeWorked worked, boolean sharing, String at) {

        private boolean meets(Hours other) {
            return orderId != other.orderId
                    && worked.meets(other.worked)
                    && !((sharing || other.sharing) && at.equals(other.at));
        }
    }

    private final Map<String, List<Hours>> byPerson = new HashMap<>();

    /** The reference of the one before it that it meets, if there is one. */
    Optional<String> before(Hours session) {
        List<Hours> earlier = byPerson.computeIfAbsent(session.crn(), crn -> new ArrayList<>());
        Optional<String> met =
                earlier.stream().filter(session::meets).map(Hours::reference).findFirst();
        earlier.add(session);
        return met;
    }
}
