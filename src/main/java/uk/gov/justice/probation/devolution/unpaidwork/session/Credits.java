package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Credits extends Repository<CreditEntry, Long> {

    CreditEntry save(CreditEntry entry);

    @Query("select c.minutes from CreditEntry c where c.creditKey = :key")
    Optional<Integer> minutesOf(String key);

    @Query("select c.creditKey from CreditEntry c where c.orderId = :orderId and c.kind = TRAVEL")
    List<String> keysOfTravel(long orderId);

    /** Minutes of travel to the session, less those that were taken back, whose keys have this prefix. */
    @Query(
            "select coalesce(sum(c.minutes), 0) from CreditEntry c where c.creditKey = :key or c.creditKey like concat(:takenBack, '%')")
    int travel(String key, String takenBack);

    default int travelTo(Session session) {
        String key = CreditEntry.travelKey(session.id());
        return travel(key, key + "/");
    }

    /** Minutes of the session that count towards education after its corrections, whose keys have this prefix. */
    @Query(
            "select coalesce(sum(c.minutes), 0) from CreditEntry c where c.kind = EDUCATION and (c.sessionId = :sessionId or c.creditKey like concat(:corrected, '%'))")
    int education(long sessionId, String corrected);

    default int educationOf(Session session) {
        return education(session.id(), session.subject() + "/corrected-");
    }
}
