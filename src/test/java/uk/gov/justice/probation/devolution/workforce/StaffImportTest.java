package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class StaffImportTest extends ImportTest {
    private static final String STAFF = """
      staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
      """;
    private static final String MANAGER =
            "NW01,Ann Example,ann@example.org,SPO,1,NW_VIRTUAL,TEAM_NW_UPW,,NW,2015-01-05,80,CLEARED,L3,,\n";
    private static final String OFFICER =
            "NW02,Zoë Example,zoe@example.org,PSO,0.6,NW_VIRTUAL,TEAM_NW_UPW,NW01,NW,2021-09-06,1,PENDING,M60,SICKNESS,2021-10-31\n";

    @Autowired
    ApplicationEvents events;

    @Test
    void takesStaffAndChangesThemWhenTheyDiffer() {
        assertThat(take("staff", STAFF + OFFICER + MANAGER)).isEqualTo(new ImportCounts("staff", 2, 2, 0, 0));
        assertThat(take("staff", STAFF + MANAGER + OFFICER)).isEqualTo(new ImportCounts("staff", 2, 0, 0, 2));
        assertThat(take("staff", STAFF + MANAGER.replace("Ann Example", "Ann example") + OFFICER))
                .isEqualTo(new ImportCounts("staff", 2, 0, 1, 1));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS('|', display_name, fte_percent, line_manager_staff_number, absence, absence_until) FROM staff ORDER BY staff_number")
                        .query(String.class)
                        .list())
                .containsExactly("Ann example|100", "Zoë Example|60|NW01|SICKNESS|2021-10-31");
    }

    @Test
    void announcesWhoTurnsCleared() {
        take("staff", STAFF + MANAGER + OFFICER);
        assertThat(events.stream(VettingCleared.class)).isEmpty();
        take("staff", STAFF + MANAGER + OFFICER.replace("PENDING", "CLEARED"));
        assertThat(events.stream(VettingCleared.class)).containsExactly(new VettingCleared("NW02"));
    }

    @Test
    void theFileTakenLastDoesNotUndoWhatWasRecordedSince() {
        take("staff", STAFF + MANAGER + OFFICER);
        given.theColleague("NW02").vetting("CLEARED").save();
        assertThat(take("staff", STAFF + MANAGER + OFFICER)).isEqualTo(new ImportCounts("staff", 2, 0, 0, 2));
        assertThat(jdbc.sql("SELECT vetting_status FROM staff WHERE staff_number = 'NW02'")
                        .query(String.class)
                        .single())
                .isEqualTo("CLEARED");
    }

    @Test
    void whoStillWaitsForVettingInTheFileKeepsTheResultThatIsHere() {
        for (String result : List.of("CLEARED", "REFUSED")) {
            take("staff", STAFF + MANAGER + OFFICER);
            given.theColleague("NW02").vetting(result).save();
            assertThat(take("staff", STAFF + MANAGER + OFFICER.replace("Zoë", "Zoe " + result)))
                    .isEqualTo(new ImportCounts("staff", 2, 0, 1, 1));
            assertThat(vetting()).isEqualTo(result);
            take("staff", STAFF + MANAGER + OFFICER.replace("PENDING", "NOT_REQUIRED"));
            assertThat(vetting()).isEqualTo("NOT_REQUIRED");
        }
    }

    @Test
    void announcesWhoNeedsNoVettingAnyMore() {
        for (String result : List.of("PENDING", "REFUSED")) {
            take("staff", STAFF + MANAGER + OFFICER);
            given.theColleague("NW02").vetting(result).save();
            events.clear();
            take("staff", STAFF + MANAGER + OFFICER.replace("PENDING", "NOT_REQUIRED"));
            assertThat(events.stream(VettingCleared.class)).containsExactly(new VettingCleared("NW02"));
            take("staff", STAFF + MANAGER + OFFICER.replace("PENDING", "NOT_REQUIRED"));
            assertThat(events.stream(VettingCleared.class)).hasSize(1);
        }
    }

    private String vetting() {
        return jdbc.sql("SELECT vetting_status FROM staff WHERE staff_number = 'NW02'")
                .query(String.class)
                .single();
    }

    @Test
    void reportsEverythingWrongAndTakesNothing() {
        String bad = "a,,nobody,KING,1.5,NOWHERE,NOBODY,NW99,XX,soon,-1,MAYBE,london,HOLIDAY,2021-10-31\n";
        assertThat(refused("staff", STAFF + MANAGER + bad))
                .allSatisfy(row -> assertThat(row.line()).isEqualTo(3))
                .extracting(BadRow::column)
                .containsExactlyInAnyOrder(
                        "staffNumber",
                        "displayName",
                        "email",
                        "grade",
                        "fte",
                        "siteCode",
                        "teamCode",
                        "lineManagerStaffNumber",
                        "regionCode",
                        "startDate",
                        "experienceMonths",
                        "vettingStatus",
                        "homePostcodeDistrict",
                        "absence",
                        "absenceUntil");
        assertThat(count("SELECT COUNT(*) FROM staff")).isZero();
    }

    @Test
    void whoHasNoEmailAddressIsTakenWithoutOne() {
        String without = MANAGER.replaceFirst("[^,]+@[^,]+", "");
        assertThat(take("staff", STAFF + without).added()).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM staff WHERE email IS NULL")).isEqualTo(1);
        assertThat(take("staff", STAFF + without).unchanged()).isEqualTo(1);
        assertThat(take("staff", STAFF + MANAGER).changed()).isEqualTo(1);
    }

    @Test
    void whoStandsInAFileTwiceIsNamedAndNothingIsTaken() {
        assertThat(refused("staff", STAFF + MANAGER + MANAGER))
                .isNotEmpty()
                .extracting(BadRow::column)
                .containsOnly("staffNumber");
        assertThat(count("SELECT COUNT(*) FROM staff")).isZero();
    }

    @Test
    void aLineManagerIsSomebodyElseAndKnown() {
        assertThat(refused("staff", STAFF + OFFICER))
                .containsExactly(new BadRow(2, "lineManagerStaffNumber", "NW01", "is neither in this file nor known"));
        assertThat(refused("staff", STAFF + OFFICER.replace("NW01", "NW02")))
                .containsExactly(new BadRow(2, "lineManagerStaffNumber", "NW02", "is the person's own staff number"));
        take("staff", STAFF + MANAGER);
        assertThat(take("staff", STAFF + OFFICER).added()).isEqualTo(1);
    }

    @Test
    void aChangeOfLineManagerIsAudited() {
        take("staff", STAFF + MANAGER + OFFICER + MANAGER.replace("NW01", "NW03"), colleague("hr-nw"));
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'LINE_MANAGER_CHANGED'"))
                .isZero();
        take("staff", STAFF + OFFICER.replace("NW01", "NW03"), colleague("hr-nw"));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', subject, region_code, facts) FROM audit_entry WHERE action = 'LINE_MANAGER_CHANGED'")
                        .query(String.class)
                        .single())
                .startsWith("staff/NW02 NW ")
                .contains("\"before\":\"NW01\"", "\"after\":\"NW03\"");
    }

    @Test
    void hrChangesTheStaffOfTheirRegionOnly() {
        take("staff", STAFF + MANAGER, colleague("hr-nw"));
        assertThat(refused("staff", STAFF + MANAGER, colleague("hr-gm", "data-lead-nw")))
                .containsExactly(new BadRow(2, "regionCode", "NW", "is a region whose staff you may not change"));
        assertThat(refused("staff", STAFF + MANAGER.replace(",NW,", ",GM,"), colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "staffNumber", "NW01", "belongs to region NW, which you may not change"));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class StaffImportOnMariaDbTest extends StaffImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class StaffImportOnMySqlTest extends StaffImportTest {}
