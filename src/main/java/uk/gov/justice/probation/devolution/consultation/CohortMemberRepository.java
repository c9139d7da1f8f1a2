package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** For use within this module; others use {@link Cohorts}. */
public interface CohortMemberRepository extends LockingRepository<CohortMember, Long> {

    /** What others read. The entities themselves are for those who change one. */
    String MEMBER = """
      select new uk.gov.justice.probation.devolution.consultation.Member(m.id, m.consultationId, m.staffNumber, case when m.leftAt is null then true else false end, m.extendedTo,
        cast(m.oneToOneState as String)) from CohortMember m
      """;

    /** Of a member for whom somebody stands in: whether they do so on the day. */
    String ON_THEIR_DAYS =
            " and (m.standInFrom is null or m.standInFrom <= :day) and (m.standInUntil is null or m.standInUntil >= :day)";

    CohortMember save(CohortMember member);

    @Query(MEMBER + "where m.id = :id")
    Optional<Member> read(long id);

    @Query("select m.joinedAt from CohortMember m where m.id = :id")
    Optional<LocalDateTime> joinedAt(long id);

    @Query("select m.oneToOneBegun from CohortMember m where m.id = :id")
    Optional<Long> metBy(long id);

    /** Who may hold the member's one-to-one in the line manager's place while it is still to be held. */
    @Query(
            "select m.standIn from CohortMember m where m.id = :id and m.leftAt is null and cast(m.oneToOneState as String) = 'WAITING' and m.standIn is not null"
                    + ON_THEIR_DAYS)
    Optional<String> standIn(long id, LocalDate day);

    /**
     * The consultations for whose participant the colleague may now hold the one-to-one in the line manager's place.
     */
    @Query(
            "select distinct m.consultationId from CohortMember m where m.standIn = :standIn and m.staffNumber = :staffNumber and m.leftAt is null and cast(m.oneToOneState as String) = 'WAITING'"
                    + ON_THEIR_DAYS)
    List<Long> standsInFor(String standIn, String staffNumber, LocalDate day);

    /** For whom somebody begins to stand in, or stands in no more, because of their first or last day. */
    @Query(
            "select m.id from CohortMember m where m.standIn is not null and m.leftAt is null and (m.standInFrom <= :day or m.standInUntil < :day) order by m.id")
    List<Long> standInsToFollow(LocalDate day);

    @Query(MEMBER + "where m.consultationId = :consultationId and m.leftAt is null order by m.id")
    List<Member> active(long consultationId);

    @Query(
            "select m.id from CohortMember m where m.consultationId = :consultationId and m.leftAt is null order by m.id")
    List<Long> activeIds(long consultationId);

    @Query("select count(m) from CohortMember m where m.consultationId = :consultationId and m.leftAt is null")
    int countActive(long consultationId);

    /** In a consultation that was cancelled nobody takes part any more. */
    @Query(
            MEMBER
                    + "where m.staffNumber = :staffNumber and m.leftAt is null and m.consultationId not in (select c.id from Consultation c where c.state = CANCELLED) order by m.id desc")
    List<Member> activeOf(String staffNumber);

    /** Those who take part and whose one-to-one has not been begun by a process. */
    @Query(
            "select m from CohortMember m where m.consultationId = :consultationId and m.leftAt is null and m.oneToOneBegun is null order by m.id")
    List<CohortMember> notListed(long consultationId);

    /**
     * The member, locked until the transaction ends, so that two deliveries of the same step run one after the other.
     */
    default CohortMember lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    static NotFound unknown(long id) {
        return new NotFound("No member of a cohort has the number %d".formatted(id));
    }
}
