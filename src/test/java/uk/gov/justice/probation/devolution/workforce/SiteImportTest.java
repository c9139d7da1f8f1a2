package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class SiteImportTest extends ImportTest {
    private static final String SITES = "siteCode,name,regionCode,pduName,leaseEnd,virtual,latitude,longitude\n";
    private static final String ONE = "TEST_ONE,Test office one,NW,Sefton,2022-03-31,false,53.47,-3.01\n";
    private static final String TWO = "TEST_TWO,Test team two,NW,,,true,,\n";

    @AfterEach
    void tidy() {
        jdbc.sql("DELETE FROM lease WHERE site_code LIKE 'TEST%'").update();
        jdbc.sql("DELETE FROM site WHERE code LIKE 'TEST%'").update();
    }

    @Test
    void takesSitesAndTheirLeases() {
        assertThat(take("sites", SITES + ONE + TWO)).isEqualTo(new ImportCounts("sites", 2, 2, 0, 0));
        assertThat(take("sites", SITES + TWO + ONE)).isEqualTo(new ImportCounts("sites", 2, 0, 0, 2));
        assertThat(take("sites", SITES + ONE.replace("2022-03-31", "2023-03-31") + TWO))
                .isEqualTo(new ImportCounts("sites", 2, 0, 1, 1));
        assertThat(lease()).isEqualTo("2023-03-31");
        assertThat(take("sites", SITES + ONE.replace("2022-03-31", "").replace("one", "One") + TWO))
                .isEqualTo(new ImportCounts("sites", 2, 0, 1, 1));
        assertThat(count("SELECT COUNT(*) FROM lease WHERE site_code = 'TEST_ONE'"))
                .isZero();
        assertThat(jdbc.sql("SELECT name FROM site WHERE code = 'TEST_ONE'")
                        .query(String.class)
                        .single())
                .isEqualTo("Test office One");
    }

    @Test
    void reportsEverythingWrong() {
        assertThat(refused("sites", SITES + "a b,,NW,Leeds,soon,perhaps,-3.01,\n" + ONE + ONE))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "siteCode"),
                        tuple(2L, "name"),
                        tuple(2L, "pduName"),
                        tuple(2L, "leaseEnd"),
                        tuple(2L, "virtual"),
                        tuple(2L, "latitude"),
                        tuple(2L, "latitude"),
                        tuple(4L, "siteCode"));
        assertThat(count("SELECT COUNT(*) FROM site WHERE code LIKE 'TEST%'")).isZero();
    }

    @Test
    void hrChangesTheSitesOfTheirRegionOnly() {
        assertThat(refused("sites", SITES + ONE, colleague("hr-gm")))
                .containsExactly(new BadRow(2, "regionCode", "NW", "is a region whose sites you may not change"));
        take("sites", SITES + ONE, colleague("hr-nw"));
        assertThat(refused("sites", SITES + ONE.replace("NW,Sefton", "GM,Bolton"), colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "siteCode", "TEST_ONE", "is a site of region NW, which you may not change"));
    }

    private String lease() {
        return jdbc.sql("SELECT CAST(ends_on AS CHAR) FROM lease WHERE site_code = 'TEST_ONE'")
                .query(String.class)
                .single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SiteImportOnMariaDbTest extends SiteImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SiteImportOnMySqlTest extends SiteImportTest {}
