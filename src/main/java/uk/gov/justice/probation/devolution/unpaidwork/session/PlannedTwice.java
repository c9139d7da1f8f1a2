package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the sessions of a file that are planned for one person at the same hours, for different orders. */
final class PlannedTwice {

    record Planned(String crn, long orderId, String reference, LocalDate on, LocalTime start, LocalTime end) {

        private boolean meets(Planned other) {
            return orderId != other.orderId
                    && on.equals(other.on)
                    && start.isBefore(other.end)
                    && end.isAfter(other.start);
        }
    }

    private final Map<String, List<Planned>> byPerson = new HashMap<>();

    /** The reference of the one before it that it meets, if there is one. */
    Optional<String> before(Planned session) {
        List<Planned> earlier = byPerson.computeIfAbsent(session.crn(), crn -> new ArrayList<>());
        Optional<String> met =
                earlier.stream().filter(session::meets).map(Planned::reference).findFirst();
        earlier.add(session);
        return met;
    }
}
