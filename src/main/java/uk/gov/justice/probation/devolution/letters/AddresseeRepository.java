package uk.gov.justice.probation.devolution.letters;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AddresseeRepository extends Repository<Addressee, String> {

    Optional<Addressee> findById(String staffNumber);
}
