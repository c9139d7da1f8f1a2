package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DrawWordRepository extends Repository<DrawWord, Long> {

    DrawWord save(DrawWord word);

    Optional<DrawWord> findByConsultationIdAndParty(long consultationId, String party);

    List<DrawWord> findByConsultationId(long consultationId);
}
