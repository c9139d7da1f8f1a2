package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ClosingRowsRepository extends Repository<ClosingRows, Long> {

    ClosingRows save(ClosingRows rows);

    Optional<ClosingRows> findById(long consultationId);
}
