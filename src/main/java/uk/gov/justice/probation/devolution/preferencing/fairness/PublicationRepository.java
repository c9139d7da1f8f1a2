package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PublicationRepository extends Repository<Publication, Long> {

    Publication save(Publication publication);

    List<Publication> findByConsultationIdOrderById(long consultationId);
}
