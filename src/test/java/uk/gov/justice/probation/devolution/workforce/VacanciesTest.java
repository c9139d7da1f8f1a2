package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class VacanciesTest extends ImportTest {
    private static final String VACANCIES = "siteCode,role,places,tasks\n";
    private static final String SEFTON = "NW_10,CA_GENERAL,3,Terminations|Court reports\n";

    @Autowired
    Vacancies vacancies;

    @Autowired
    Roles roles;

    @Autowired
    TodaysTasks todaysTasks;

    @Autowired
    MovingStaff moving;

    @Test
    void aRegionHasTheFreePlacesItsHrImported() {
        take("vacancies", VACANCIES + SEFTON + "NW_12,PSO_UPW,1,\nGM_01,CA_COURT,2,Terminations\n");

        assertThat(vacancies.of("NW"))
                .containsExactly(
                        new Vacancy(
                                "NW_10",
                                "Sefton probation office",
                                "CA_GENERAL",
                                "Case administrator",
                                "CA",
                                3,
                                300,
                                List.of("Terminations", "Court reports")),
                        new Vacancy(
                                "NW_12",
                                "Wirral probation office",
                                "PSO_UPW",
                                "Unpaid work officer",
                                "PSO",
                                1,
                                100,
                                List.of()));
        assertThat(vacancies.of("SC")).isEmpty();
    }

    @Test
    void nobodyIsOfferedAPlaceInABuildingWhoseLeaseHasEnded() {
        take("vacancies", VACANCIES + "LIVERPOOL_CUNARD,CA_GENERAL,3,Terminations\n");

        assertThat(vacancies.of("NW", LocalDate.of(2021, 10, 31))).hasSize(1);
        assertThat(vacancies.of("NW", LocalDate.of(2021, 11, 1))).isEmpty();
    }

    @Test
    void placesChangeAndAreTakenBack() {
        assertThat(take("vacancies", VACANCIES + SEFTON)).isEqualTo(new ImportCounts("vacancies", 1, 1, 0, 0));
        assertThat(take("vacancies", VACANCIES + SEFTON.replace("reports", "Reports")))
                .isEqualTo(new ImportCounts("vacancies", 1, 0, 1, 0));
        assertThat(take("vacancies", VACANCIES + SEFTON.replace(",3,", ",0,")))
                .isEqualTo(new ImportCounts("vacancies", 1, 0, 1, 0));
        assertThat(vacancies.of("NW")).isEmpty();
    }

    @Test
    void placesMayComeWithTheirFullTimeEquivalentsAndAFileOfBeforeSaysNothingOfThem() {
        String withFte = "siteCode,role,places,tasks,fte\n";
        take("vacancies", withFte + "NW_10,CA_GENERAL,3,,2.45\nNW_12,PSO_UPW,1,,\n");
        assertThat(vacancies.of("NW")).extracting(Vacancy::ftePercent).containsExactly(245, 100);
        assertThat(take("vacancies", withFte + "NW_10,CA_GENERAL,3,,2.5\n").changed())
                .isEqualTo(1);
        assertThat(take("vacancies", VACANCIES + "NW_10,CA_GENERAL,3,\n").changed())
                .isEqualTo(1);
        assertThat(vacancies.of("NW")).extracting(Vacancy::ftePercent).containsExactly(300, 100);

        assertThat(
                        refused(
                                "vacancies",
                                withFte
                                        + "NW_10,CA_GENERAL,3,,-1\nNW_11,CA_GENERAL,3,,2.455\nNW_12,CA_GENERAL,3,,some\nNW_10,CA_UPW,0,,1\nNW_10,CA_COURT,3,,0\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(
                        tuple(2L, "fte"), tuple(3L, "fte"), tuple(4L, "fte"), tuple(5L, "fte"), tuple(6L, "fte"));
    }

    @Test
    void everythingWrongIsReportedAndNothingTaken() {
        String long81 = "x".repeat(81);
        assertThat(refused(
                        "vacancies",
                        VACANCIES + "NOWHERE,KING,-1,A||B\n" + SEFTON + SEFTON
                                + "NW_12,CA_UPW,1,One|one\nNW_11,CA_UPW,1," + long81 + "\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "siteCode"),
                        tuple(2L, "role"),
                        tuple(2L, "places"),
                        tuple(2L, "tasks"),
                        tuple(4L, "siteCode"),
                        tuple(5L, "tasks"),
                        tuple(6L, "tasks"));
        assertThat(count("SELECT COUNT(*) FROM vacancy")).isZero();
    }

    @Test
    void hrOffersPlacesAtTheSitesOfTheirRegionOnly() {
        assertThat(take("vacancies", VACANCIES + SEFTON, colleague("hr-nw")).added())
                .isEqualTo(1);
        assertThat(refused("vacancies", VACANCIES + SEFTON.replace(",3,", ",4,"), colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "siteCode", "NW_10", "is a site of region NW, which you may not change"));
        assertThatThrownBy(() -> take("vacancies", VACANCIES + SEFTON, colleague("preference-panel-nw")))
                .hasMessageContaining("role hr");
    }

    @Test
    void everyGradeHasARoleAndAPersonSeesWhatWouldBeNew() {
        assertThat(jdbc.sql("SELECT code FROM grade").query(String.class).list())
                .allSatisfy(grade -> assertThat(roles.of(grade)).isNotEmpty());
        assertThat(roles.find("CA_COURT")).contains(new Role("CA_COURT", "Court administrator", "CA"));
        assertThat(todaysTasks.compare(List.of("terminations", "Court reports"), "ADMINISTRATION"))
                .isEqualTo(new TodaysTasks.Compared(List.of("Court reports"), List.of("terminations")));
    }

    @Test
    void somebodyMovesOnceToTheirNewBaseAndRole() {
        take("staff", """
        staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
        NW01,Ann Example,ann@example.org,CA,1,NW_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2015-01-05,80,CLEARED,L20,,
        """);

        moving.move("NW01", "NW_10", "CA_COURT", "system");
        moving.move("NW01", "NW_10", "CA_COURT", "system");

        assertThat(jdbc.sql("SELECT CONCAT(site_code, ' ', role_code) FROM staff")
                        .query(String.class)
                        .single())
                .isEqualTo("NW_10 CA_COURT");
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'STAFF_MOVED' AND subject = 'staff/NW01' AND region_code = 'NW'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> moving.move("NW01", "NW_10", "PSO_UPW", "system"))
                .hasMessageContaining("not a role that the grade");
        assertThatThrownBy(() -> moving.move("NW01", "NOWHERE", "CA_COURT", "system"))
                .hasMessageContaining("no site NOWHERE");
        assertThatThrownBy(() -> moving.move("NW99", "NW_10", "CA_COURT", "system"))
                .hasMessageContaining("nobody with the staff number NW99");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class VacanciesOnMariaDbTest extends VacanciesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class VacanciesOnMySqlTest extends VacanciesTest {}
