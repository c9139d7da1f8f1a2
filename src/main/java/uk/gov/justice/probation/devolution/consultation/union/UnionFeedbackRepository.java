package uk.gov.justice.probation.devolution.consultation.union;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface UnionFeedbackRepository extends Repository<UnionFeedback, UnionFeedback.Key> {

    UnionFeedback save(UnionFeedback feedback);

    Optional<UnionFeedback> findById(UnionFeedback.Key id);

    List<UnionFeedback> findByIdConsultationId(long consultationId);

    boolean existsByIdConsultationId(long consultationId);
}
