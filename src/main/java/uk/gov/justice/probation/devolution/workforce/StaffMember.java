package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;

/**
 * A member of staff as the staff file knows them. {@code email}, {@code homePostcodeDistrict},
 * {@code lineManagerStaffNumber}, {@code absence} and {@code absenceUntil} are null if nothing is known.
 * {@code unitCode} is the unit their team belongs to.
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
        String homePostcodeDistrict,
        String absence,
        LocalDate absenceUntil) {

    /** Their name as others read it. */
    public String inFull() {
        return NameInFull.of(displayName, staffNumber);
    }

    /** What they sign in with, here and in Tasklist: their staff number. */
    public String userName() {
        return staffNumber;
    }
}
