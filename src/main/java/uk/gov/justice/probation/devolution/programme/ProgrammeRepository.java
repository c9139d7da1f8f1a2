package uk.gov.justice.probation.devolution.programme;

import org.springframework.data.repository.Repository;

interface ProgrammeRepository extends Repository<Programme, Long> {

    Programme save(Programme programme);
}
