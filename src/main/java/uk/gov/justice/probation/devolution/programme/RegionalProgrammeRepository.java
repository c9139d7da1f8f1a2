package uk.gov.justice.probation.devolution.programme;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

interface RegionalProgrammeRepository extends Repository<RegionalProgramme, Long> {

    RegionalProgramme saveAndFlush(RegionalProgramme programme);

    Optional<RegionalProgramme> findById(long id);

    Optional<RegionalProgramme> findByProcessInstanceKey(long processInstanceKey);

    Optional<RegionalProgramme> findByProgrammeIdAndRegionCode(long programmeId, String regionCode);

    boolean existsByRegionCodeAndState(String regionCode, RegionalProgramme.State state);

    default RegionalProgramme get(long id) {
        return findById(id)
                .orElseThrow(() -> new CannotSucceedException(
                        "There is no regional programme %d in the database. Check that the engine and the database belong together"
                                .formatted(id)));
    }
}
