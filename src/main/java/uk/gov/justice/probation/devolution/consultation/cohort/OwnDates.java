package uk.gov.justice.probation.devolution.consultation.cohort;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Gives people who are absent with a known return date their own dates from the start. */
@Component
class OwnDates {
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    OwnDates(Deadlines deadlines, ConsultationSettings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** Until when this person has for their own steps; null if the general dates apply. */
    LocalDate of(StaffMember person) {
        boolean away = person.absence() != null
                && person.absenceUntil() != null
                && !person.absenceUntil().isBefore(deadlines.today());
        return away ? deadlines.workingDaysFrom(person.absenceUntil(), settings.returnAllowance()) : null;
    }
}
