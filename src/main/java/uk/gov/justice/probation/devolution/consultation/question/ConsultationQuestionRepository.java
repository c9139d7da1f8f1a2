package uk.gov.justice.probation.devolution.consultation.question;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConsultationQuestionRepository extends Repository<ConsultationQuestion, Long> {

    ConsultationQuestion save(ConsultationQuestion question);

    Optional<ConsultationQuestion> findByIdAndConsultationId(long id, long consultationId);

    /** Oldest first. */
    List<ConsultationQuestion> findByConsultationIdOrderById(long consultationId);

    /** Oldest first. */
    List<ConsultationQuestion> findByAskedByOrderById(String askedBy);

    /** Counts those that are not about negotiations. */
    @Query(
            "select count(q) from ConsultationQuestion q where q.consultationId = :consultationId and not q.negotiation and q.answer is not null")
    int answered(long consultationId);

    /** Counts those that are not about negotiations. */
    @Query(
            "select count(q) from ConsultationQuestion q where q.consultationId = :consultationId and not q.negotiation and q.answer is null")
    int unanswered(long consultationId);
}
