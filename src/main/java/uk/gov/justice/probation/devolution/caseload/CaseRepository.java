package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

interface CaseRepository extends LockingRepository<RegisteredCase, Long> {
    String READ = """
      select new uk.gov.justice.probation.devolution.caseload.ProbationCase(
        c.id, c.crn, c.eventNumber, c.regionCode, lower(c.regionCode), c.regionName, c.pduName, c.teamCode, c.practitionerStaffNumber, c.orderTypeCode, c.startDate,
        c.expectedEndDate, c.standaloneUpw, c.roshLevel, c.tier, c.mappaLevel, c.ofLimitedPerson, c.endedOn)
      from RegisteredCase c
      """;

    /** Whether access to the person is limited because of this event. */
    record Limit(long caseId, String crn, String regionCode, boolean limited) {}

    RegisteredCase save(RegisteredCase kept);

    @Query(READ + "where c.id = :id")
    Optional<ProbationCase> read(long id);

    @Query(READ + "where c.crn = :crn and c.eventNumber = :eventNumber")
    Optional<ProbationCase> read(String crn, int eventNumber);

    @Query(
            READ
                    + "where c.id = (select k.caseId from FormerKey k where k.crn = :crn and k.eventNumber = :eventNumber and k.undoneAt is null)")
    Optional<ProbationCase> readFormer(String crn, int eventNumber);

    /** The CRN into which this one was merged. */
    @Query("select m.crn from CrnMerge m where m.formerCrn = :crn and m.undoneAt is null")
    Optional<String> mergedInto(String crn);

    @Query(READ + "where c.crn = :crn order by c.eventNumber")
    List<ProbationCase> readEvents(String crn);

    @Query(READ + "where c.id in :ids")
    List<ProbationCase> readAll(Collection<Long> ids);

    @Query(
            "select c.id as caseId, c.crn as crn, c.regionCode as regionCode, c.limitedAccess as limited from RegisteredCase c where c.id in :ids order by c.id")
    List<Limit> readLimits(Collection<Long> ids);

    /** The cases of all persons with one of these CRNs. */
    @Query("select c.id from RegisteredCase c where c.crn in :crns")
    List<Long> ofPersons(Collection<String> crns);

    /** All cases under these CRNs, in locking order. */
    @Query("select c.id from RegisteredCase c where c.crn in :crns order by c.id")
    List<Long> under(Collection<String> crns);

    /** All events of the person whose case this is, in locking order. */
    @Query("select e.id from RegisteredCase c join RegisteredCase e on e.crn = c.crn where c.id = :id order by e.id")
    List<Long> ofSamePerson(long id);

    /**
     * Locks the case until the transaction ends. Read it, and the person's other events, in a later statement: only
     * then is the state the one that is locked.
     */
    @Query(value = "SELECT id FROM probation_case WHERE id = :id FOR UPDATE", nativeQuery = true)
    Optional<Long> hold(long id);

    default RegisteredCase lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    static NotFound unknown(long id) {
        return new NotFound("There is no case %d. Look for it by its CRN.".formatted(id));
    }
}
