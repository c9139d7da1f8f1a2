package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AnswerRepository extends Repository<GivenAnswer, Long> {

    GivenAnswer save(GivenAnswer answer);

    /** With their choices, latest first. */
    @Query("select a from GivenAnswer a left join fetch a.choices where a.memberId = :memberId order by a.id desc")
    List<GivenAnswer> ofMember(long memberId);

    boolean existsByMemberId(long memberId);

    boolean existsByTaskInstance(long taskInstance);
}
