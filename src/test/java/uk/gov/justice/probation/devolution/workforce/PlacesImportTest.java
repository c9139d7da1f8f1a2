package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.ReferenceRows;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/** Regions, their delivery units, units and teams come by files. */
abstract class PlacesImportTest extends ImportTest {
    private static final String REGIONS = "regionCode,name,shortName,providerCode\n";
    private static final String ISLES = "ISLES,The Isles,Isles,N98\n";
    private static final String PDUS = "regionCode,pduName\n";
    private static final String UNITS = "unitCode,name,kind,regionCode,siteCode,groupName\n";
    private static final String CENTRE = "PSC_ISLES,PSC The Isles,PSC,ISLES,,isles-centre\n";
    private static final String OWN = "REGION_ISLES,The Isles,REGION,ISLES,,\n";
    private static final String TEAMS = "teamCode,name,kind,unitCode,siteCode\n";
    private static final String ADMIN = "TEAM_ISLES_ADMIN,The Isles administration,ADMINISTRATION,REGION_ISLES,\n";

    @Autowired
    DataSource dataSource;

    @Autowired
    Regions regions;

    @Autowired
    TaskGroups groups;

    private ReferenceRows before;

    @BeforeEach
    void remember() {
        before = ReferenceRows.of(dataSource);
    }

    @AfterEach
    void putBack() {
        before.putBack();
    }

    @Test
    void aRegionIsKnownByItsNameAndHasTaskGroups() {
        clock.set("2021-10-04T08:00:00Z");
        assertThat(groups.all()).doesNotContain("hr-isles");
        assertThat(take("regions", REGIONS + ISLES)).isEqualTo(new ImportCounts("regions", 1, 1, 0, 0));
        assertThat(take("regions", REGIONS + ISLES + "NW,North West,NW,N51\n"))
                .isEqualTo(new ImportCounts("regions", 2, 0, 0, 2));

        assertThat(regions.name("ISLES")).isEqualTo("The Isles");
        clock.set("2021-10-04T08:01:01Z");
        assertThat(groups.all()).contains("hr-isles", "rpd-isles").doesNotContain("psc-manager-isles");

        assertThat(take("regions", REGIONS + ISLES.replace("The Isles", "All the Isles")))
                .isEqualTo(new ImportCounts("regions", 1, 0, 1, 0));
        clock.set("2021-10-04T08:02:02Z");
        assertThat(regions.name("ISLES")).isEqualTo("All the Isles");
    }

    @Test
    void reportsEverythingWrongWithRegions() {
        assertThat(refused("regions", REGIONS + "nw,,,n51\nISLES,The Isles,Isles,N51\nLIVERPOOL,L,L,N97\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "regionCode"),
                        tuple(2L, "name"),
                        tuple(2L, "shortName"),
                        tuple(2L, "providerCode"),
                        tuple(3L, "providerCode"),
                        tuple(4L, "regionCode"));
        assertThat(refused("regions", REGIONS + "NORWICH,Norwich,Norwich,N97\n"))
                .containsExactly(new BadRow(
                        2, "regionCode", "NORWICH", "is what the task groups of the unit LSC_NORWICH are called"));
        assertThat(count("SELECT COUNT(*) FROM region WHERE code IN ('ISLES', 'NORWICH')"))
                .isZero();
    }

    @Test
    void noTwoRegionsAreCalledTheSame() {
        assertThat(refused(
                        "regions", REGIONS + "ISLES,NORTH WEST,Isles,N96\nDALES,Dales,nw,N95\nFENS,dales,Fens,N94\n"))
                .extracting(BadRow::line, BadRow::column, BadRow::reason)
                .containsExactlyInAnyOrder(
                        tuple(2L, "name", "is what region NW is called: nobody could tell them apart"),
                        tuple(3L, "shortName", "is what region NW is called: nobody could tell them apart"),
                        tuple(4L, "name", "is the same as in line 3"));
    }

    @Test
    void onlyTheServiceOwnerBringsWhatMakesTaskGroups() {
        assertThatThrownBy(() -> take("regions", REGIONS + ISLES, colleague("hr-nw")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> take("units", UNITS + CENTRE, colleague("hr-nw")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void deliveryUnitsAreAddedByTheRegionsHr() {
        take("regions", REGIONS + ISLES);
        String two = "ISLES,North Isle\nISLES,South Isle\n";
        assertThat(refused("pdus", PDUS + two, colleague("hr-nw")))
                .extracting(BadRow::line, BadRow::column, BadRow::reason)
                .contains(tuple(2L, "regionCode", "is a region whose delivery units you may not change"));
        assertThat(refused("pdus", PDUS + two + "ISLES,South Isle\n"))
                .containsExactly(new BadRow(4, "pduName", "South Isle", "is the same as in line 3"));

        assertThat(take("pdus", PDUS + two, colleague("hr-isles"))).isEqualTo(new ImportCounts("pdus", 2, 2, 0, 0));
        assertThat(take("pdus", PDUS + two + "ISLES,West Isle\n"))
                .as("what a file does not name stays")
                .isEqualTo(new ImportCounts("pdus", 3, 1, 0, 2));
    }

    @Test
    void aRegionHasOneUnitOfItsOwnWhoseGroupsAreCalledAfterIt() {
        take("regions", REGIONS + ISLES);
        assertThat(take("units", UNITS + OWN + CENTRE)).isEqualTo(new ImportCounts("units", 2, 2, 0, 0));
        assertThat(jdbc.sql("SELECT slug FROM unit WHERE region_code = 'ISLES' ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactly("isles-centre", "isles");
        assertThat(take("units", UNITS + OWN + CENTRE.replace("PSC The", "PSC of the")))
                .isEqualTo(new ImportCounts("units", 2, 0, 1, 1));

        assertThat(refused("units", UNITS + "REGION_TWO,Second,REGION,ISLES,,\n"))
                .containsExactly(new BadRow(2, "regionCode", "ISLES", "has the unit REGION_ISLES already"));
        assertThat(refused("units", UNITS + "PSC_TWO,Second,PSC,ISLES,,isles-centre\n"))
                .containsExactly(new BadRow(
                        2, "groupName", "isles-centre", "is what the task groups of the unit PSC_ISLES are called"));
        assertThat(refused("units", UNITS + "PSC_TWO,Second,PSC,ISLES,,nw\n"))
                .containsExactly(new BadRow(2, "groupName", "nw", "is what the task groups of a region are called"));
        assertThat(refused("units", UNITS + "REGION_TWO,Second,REGION,ISLES,,isles\n"))
                .extracting(BadRow::column, BadRow::reason)
                .contains(tuple("groupName", "must be empty: the task groups of a region are called after it"));
    }

    @Test
    void whatAKnownUnitIsStays() {
        take("regions", REGIONS + ISLES);
        take("units", UNITS + OWN + CENTRE);
        assertThat(refused("units", UNITS + CENTRE.replace("isles-centre", "other")))
                .extracting(BadRow::column)
                .containsExactly("groupName");
        assertThat(refused("units", UNITS + CENTRE.replace(",PSC,ISLES", ",LSC,NW")))
                .extracting(BadRow::column)
                .containsExactlyInAnyOrder("kind", "regionCode");
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM unit WHERE slug = 'isles-centre' AND kind = 'PSC' AND region_code = 'ISLES'"))
                .isEqualTo(1);
    }

    @Test
    void teamsBelongToUnitsOfTheImportersRegions() {
        take("regions", REGIONS + ISLES);
        take("units", UNITS + OWN);
        assertThat(take("unit-teams", TEAMS + ADMIN, colleague("hr-isles")))
                .isEqualTo(new ImportCounts("unit-teams", 1, 1, 0, 0));
        assertThat(take("unit-teams", TEAMS + ADMIN.replace("administration", "office"), colleague("hr-isles")))
                .isEqualTo(new ImportCounts("unit-teams", 1, 0, 1, 0));

        assertThat(refused("unit-teams", TEAMS + ADMIN, colleague("hr-nw")))
                .containsExactly(new BadRow(
                        2, "unitCode", "REGION_ISLES", "is a unit of region ISLES, which you may not change"));
        assertThat(refused("unit-teams", TEAMS + ADMIN.replace("REGION_ISLES", "REGION_NW"), colleague("hr-nw")))
                .containsExactly(new BadRow(
                        2, "teamCode", "TEAM_ISLES_ADMIN", "is a team of region ISLES, which you may not change"));
        assertThat(refused("unit-teams", TEAMS + "a,,OTHER,NOWHERE,NOWHERE\n"))
                .extracting(BadRow::column)
                .containsExactlyInAnyOrder("teamCode", "name", "kind", "unitCode", "siteCode");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PlacesImportOnMariaDbTest extends PlacesImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PlacesImportOnMySqlTest extends PlacesImportTest {}
