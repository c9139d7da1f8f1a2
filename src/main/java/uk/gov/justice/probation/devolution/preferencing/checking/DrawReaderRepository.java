package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DrawReaderRepository extends Repository<DrawReader, Long> {

    DrawReader save(DrawReader reader);

    List<DrawReader> findByConsultationIdOrderById(long consultationId);

    Optional<DrawReader> findByIdAndConsultationId(long id, long consultationId);

    void delete(DrawReader reader);
}
