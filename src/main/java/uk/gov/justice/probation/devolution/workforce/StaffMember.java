package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;

/**
 * A member of staff as known from the staff file. {@code email}, {@code homePostcodeDistrict},
 * {@code lineManagerStaffNumber}, {@code absence} and {@code absenceUntil} are null if unknown. {@code unitCode} is the
 * unit of their team. {@code ftePercent} is the share of full time in their contract.
 */
public record StaffMember(
        String staffNumber,
        String displayName,
        String email,
        String grade,
        String siteCode,
        String teamCode,
        String teamKind,
        String unitCode,
        String regionCode,
        String lineManagerStaffNumber,
        int experienceMonths,
        int ftePercent,
        String homePostcodeDistrict,
        String absence,
        LocalDate absenceUntil) {

    /** Their name with their staff number, as others see it. */
    public String inFull() {
        return NameInFull.of(displayName, staffNumber);
    }

    /** Whether they are absent on that day; without a last day, until the staff file says otherwise. */
    public boolean isAwayOn(LocalDate day) {
        return absence != null && (absenceUntil == null || !absenceUntil.isBefore(day));
    }

    /** The name they sign in with, here and in Tasklist: their staff number. */
    public String userName() {
        return staffNumber;
    }
}
