package uk.gov.justice.probation.devolution.preferencing.start;

import org.springframework.data.repository.Repository;

interface StartRepository extends Repository<StartInPlace, Long> {

    StartInPlace save(StartInPlace start);
}
