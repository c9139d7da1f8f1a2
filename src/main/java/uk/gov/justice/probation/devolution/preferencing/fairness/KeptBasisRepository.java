package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface KeptBasisRepository extends Repository<KeptBasis, Long> {

    KeptBasis save(KeptBasis basis);

    Optional<KeptBasis> findById(long consultationId);

    void deleteById(long consultationId);
}
