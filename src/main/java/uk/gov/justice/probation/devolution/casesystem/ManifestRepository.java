package uk.gov.justice.probation.devolution.casesystem;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ManifestRepository extends Repository<Manifest, Long> {

    Manifest save(Manifest manifest);

    Optional<Manifest> findById(long handoverId);
}
