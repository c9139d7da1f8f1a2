package uk.gov.justice.probation.devolution.workforce;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface StaffRepository extends LockingRepository<Staff, String> {
    String MEMBER = """
      select new uk.gov.justice.probation.devolution.workforce.StaffMember(s.staffNumber, s.displayName, s.email, s.grade, s.siteCode, s.teamCode, t.kind, t.unitCode, s.regionCode,
        s.lineManagerStaffNumber, s.experienceMonths, s.ftePercent, s.homePostcodeDistrict, s.absence, s.absenceUntil)
      from Staff s join Team t on t.code = s.teamCode
      """;

    Staff save(Staff staff);

    @Query(MEMBER + "where s.staffNumber = :staffNumber")
    Optional<StaffMember> member(String staffNumber);

    @Query(MEMBER + "where s.staffNumber in :staffNumbers order by s.staffNumber")
    List<StaffMember> members(Collection<String> staffNumbers);

    @Query(
            MEMBER
                    + "where s.regionCode = :regionCode and (:unitCode is null or t.unitCode = :unitCode) and (:everySite = true or s.siteCode in :sites) and (:everyGrade = true or s.grade in :grades) order by s.staffNumber")
    List<StaffMember> ofRegion(
            String regionCode,
            String unitCode,
            boolean everySite,
            Collection<String> sites,
            boolean everyGrade,
            Collection<String> grades);

    @Query(
            MEMBER
                    + "where s.regionCode = :regionCode and s.staffNumber in (select p.lineManagerStaffNumber from Staff p where p.lineManagerStaffNumber is not null) order by s.displayName, s.staffNumber")
    List<StaffMember> lineManagers(String regionCode);
}
