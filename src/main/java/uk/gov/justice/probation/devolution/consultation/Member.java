package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;

/**
 * One member of staff in one consultation. {@code extendedTo} is the date HR gave this person for their own steps, or
 * null. The id may appear in URLs; the staff number may not.
 */
public record Member(
        long id, long consultationId, String staffNumber, boolean active, LocalDate extendedTo, String oneToOneState) {}
