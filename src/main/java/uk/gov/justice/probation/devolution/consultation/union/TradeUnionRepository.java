package uk.gov.justice.probation.devolution.consultation.union;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recognised trade unions, and which of them have not answered. */
public interface TradeUnionRepository extends Repository<TradeUnion, String> {

    List<TradeUnion> findAll();

    Optional<TradeUnion> findById(String code);

    /**
     * The unions asked in this consultation that have not answered and whose silence has not been accepted, by name.
     */
    @Query("""
      select u from TradeUnion u join UnionFeedback f on f.id.unionCode = u.code
      where f.id.consultationId = :consultationId and f.feedback is null and f.absenceApprovedBy is null order by u.name
      """)
    List<TradeUnion> silent(long consultationId);
}
