package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutcomeLetterRepository extends Repository<OutcomeLetter, Long> {

    OutcomeLetter save(OutcomeLetter letter);

    int countByConsultationId(long consultationId);

    @Query("select l.letterId from OutcomeLetter l where l.memberId = :memberId")
    Optional<Long> letterOf(long memberId);
}
