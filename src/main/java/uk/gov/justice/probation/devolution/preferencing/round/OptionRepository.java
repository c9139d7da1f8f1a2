package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OptionRepository extends Repository<Option, Long> {

    Optional<Option> findById(long id);

    List<Option> findByConsultationIdOrderBySiteNameAscRoleNameAscIdAsc(long consultationId);
}
