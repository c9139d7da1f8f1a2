package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccessGrantRepository extends Repository<AccessGrant, Long> {

    AccessGrant save(AccessGrant grant);

    /** All grants for the person, whichever event they were given for; valid ones first. */
    @Query(
            "select g from AccessGrant g join RegisteredCase c on c.id = g.caseId where c.crn = :crn order by case when g.withdrawnAt is null then 0 else 1 end, g.userName, g.id")
    List<AccessGrant> toPerson(String crn);
}
