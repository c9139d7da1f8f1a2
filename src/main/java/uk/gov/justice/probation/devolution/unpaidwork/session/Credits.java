package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Credits extends Repository<CreditEntry, Long> {

    CreditEntry save(CreditEntry entry);

    @Query("select c.minutes from CreditEntry c where c.creditKey = :key")
    Optional<Integer> minutesOf(String key);

    /** Minutes of the session that count towards education after its corrections, whose keys have this prefix. */
    @Query(
            "select coalesce(sum(c.minutes), 0) from CreditEntry c where c.kind = EDUCATION and (c.sessionId = :sessionId or c.creditKey like concat(:corrected, '%'))")
    int education(long sessionId, String corrected);

    default int educationOf(Session session) {
        return education(session.id(), session.subject() + "/corrected-");
    }
}
