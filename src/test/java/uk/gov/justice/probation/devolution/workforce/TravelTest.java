package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.Journey.Source;

abstract class TravelTest extends ImportTest {
    private static final String TRAVEL = "homePostcodeDistrict,siteCode,minutes,mode\n";
    private static final List<String> SITES = List.of("NW_10", "NW_12", "NW_VIRTUAL");
    private static final Colleague ANN = new Colleague("NW01", Set.of());

    @Autowired
    Travel travel;

    @Autowired
    StaffDirectory directory;

    @BeforeEach
    void staff() {
        take("staff", """
        staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
        NW01,Ann Example,ann@example.org,CA,1,NW_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2015-01-05,80,CLEARED,L20,,
        NW02,Bob Example,bob@example.org,CA,1,NW_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2015-01-05,80,CLEARED,,,
        NW03,Cat Example,cat@example.org,CA,1,NW_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2015-01-05,80,CLEARED,EH1,,
        """);
    }

    @Test
    void minutesComeFromTheFileOtherwiseTheyAreAnEstimateThatIsCalledOne() {
        take("travel", TRAVEL + "L20,NW_10,12,CAR\n", colleague("hr-nw"));

        Journeys journeys = travel.journeys(everybody(), SITES);

        assertThat(journeys.of("NW01", "NW_10")).isEqualTo(new Journey(12, Source.IMPORTED));
        assertThat(journeys.of("NW01", "NW_12").source()).isEqualTo(Source.ESTIMATED);
        assertThat(journeys.of("NW01", "NW_12").inWords()).isEqualTo("about 20 minutes (our estimate)");
        assertThat(journeys.of("NW01", "NW_VIRTUAL")).isEqualTo(new Journey(0, Source.HOME_WORKING));
    }

    @Test
    void whatIsNotKnownIsAskedAndNeverGuessed() {
        Journeys journeys = travel.journeys(everybody(), SITES);
        assertThat(journeys.of("NW02", "NW_10")).isEqualTo(new Journey(null, Source.UNKNOWN));
        assertThat(journeys.of("NW03", "NW_10"))
                .as("not in England and Wales")
                .isEqualTo(new Journey(null, Source.UNKNOWN));

        travel.stateHome(person("NW02"), " ch41 ", colleague("hr-nw"));

        assertThat(travel.homeDistrict(person("NW02"))).contains("CH41");
        assertThat(travel.journeys(everybody(), SITES).of("NW02", "NW_12").source())
                .isEqualTo(Source.ESTIMATED);
        assertThat(jdbc.sql(
                                "SELECT CONCAT(action, ' ', actor, ' ', facts) FROM audit_entry WHERE subject = 'staff/NW02'")
                        .query(String.class)
                        .list())
                .containsExactly("HOME_DISTRICT_STATED someone {}");
    }

    @Test
    void whatSomebodySaysCountsBeforeTheStaffFileAndMayBeSaidAgain() {
        take("travel", TRAVEL + "L20,NW_10,12,CAR\nM1,NW_10,55,PUBLIC_TRANSPORT\n");
        travel.stateHome(person("NW01"), "L3", ANN);
        travel.stateHome(person("NW01"), "M1", ANN);

        assertThat(travel.journeys(everybody(), SITES).of("NW01", "NW_10")).isEqualTo(new Journey(55, Source.IMPORTED));
        assertThatThrownBy(() -> travel.stateHome(person("NW01"), "L3 4AB", ANN))
                .hasMessageContaining("first half of your postcode");
    }

    @Test
    void aFileIsTakenOnceAndChangesWhatDiffers() {
        assertThat(take("travel", TRAVEL + "L20,NW_10,12,CAR\nL3,NW_10,25,PUBLIC_TRANSPORT\n"))
                .isEqualTo(new ImportCounts("travel", 2, 2, 0, 0));
        assertThat(take("travel", TRAVEL + "L3,NW_10,25,PUBLIC_TRANSPORT\nL20,NW_10,12,CAR\n"))
                .isEqualTo(new ImportCounts("travel", 2, 0, 0, 2));
        assertThat(take("travel", TRAVEL + "L3,NW_10,26,PUBLIC_TRANSPORT\n"))
                .isEqualTo(new ImportCounts("travel", 1, 0, 1, 0));
        assertThat(count("SELECT SUM(minutes) FROM travel_time")).isEqualTo(38);
    }

    @Test
    void everythingWrongIsReportedAndNothingTaken() {
        assertThat(refused("travel", TRAVEL + "l3,NOWHERE,601,BROOM\nL3,NW_10,25,CAR\nL3,NW_10,30,CAR\n,,,CAR\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "homePostcodeDistrict"),
                        tuple(2L, "siteCode"),
                        tuple(2L, "minutes"),
                        tuple(2L, "mode"),
                        tuple(4L, "homePostcodeDistrict"),
                        tuple(5L, "homePostcodeDistrict"),
                        tuple(5L, "siteCode"),
                        tuple(5L, "minutes"));
        assertThat(count("SELECT COUNT(*) FROM travel_time")).isZero();
    }

    @Test
    void hrSaysItForTheSitesOfTheirRegionOnly() {
        assertThat(refused("travel", TRAVEL + "L3,NW_10,25,CAR\n", colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "siteCode", "NW_10", "is a site of region NW, which you may not change"));
        assertThatThrownBy(() -> take("travel", TRAVEL, colleague("rpd-nw"))).hasMessageContaining("role hr");
    }

    private StaffMember person(String number) {
        return directory.find(number).orElseThrow();
    }

    private List<StaffMember> everybody() {
        return directory.all(List.of("NW01", "NW02", "NW03"));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TravelOnMariaDbTest extends TravelTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TravelOnMySqlTest extends TravelTest {}
