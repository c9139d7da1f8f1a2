package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AppointmentRepository extends Repository<Appointment, Long> {

    Optional<Appointment> findById(Long memberId);

    Appointment save(Appointment appointment);
}
