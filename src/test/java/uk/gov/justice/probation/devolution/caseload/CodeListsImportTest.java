package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Tiers and types of order come by files, and cases may have them from then on. */
abstract class CodeListsImportTest extends ImportTest {
    private static final String TIERS = "tier,kind,points\n";
    private static final String ORDER_TYPES = "orderTypeCode,name,carriesUnpaidWork\n";
    private static final String CASES =
            "crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version\n";
    private static final String A_CASE = "Z900001,1,NW,Wirral,TEAM_NW_12,,777,2021-01-01,,NPS,false,,E4,,false,1\n";

    @Autowired
    DataSource dataSource;

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
    void aCaseMayHaveWhatAFileHasBrought() {
        assertThat(refused("cases", CASES + A_CASE))
                .extracting(BadRow::column)
                .containsExactlyInAnyOrder("orderTypeCode", "tier");

        take("order-types", ORDER_TYPES + "777,Another order,true\n");
        take("tiers", TIERS + "E4,COMMUNITY,20\nE4,LICENCE,21\nE4,CUSTODY,0\n");

        assertThat(take("cases", CASES + A_CASE)).isEqualTo(new ImportCounts("cases", 1, 1, 0, 0));
    }

    @Test
    void pointsChangeAndWhatIsNotNamedStays() {
        long rows = count("SELECT COUNT(*) FROM workload_points");
        assertThat(take("tiers", TIERS + "B2,COMMUNITY,116\nB2,LICENCE,132\n"))
                .isEqualTo(new ImportCounts("tiers", 2, 0, 1, 1));
        assertThat(count("SELECT points FROM workload_points WHERE tier = 'B2' AND kind = 'COMMUNITY'"))
                .isEqualTo(116);
        assertThat(count("SELECT COUNT(*) FROM workload_points")).isEqualTo(rows);
    }

    @Test
    void aNewTierHasPointsForEveryKind() {
        assertThat(refused("tiers", TIERS + "E4,COMMUNITY,20\nE4,LICENCE,21\n"))
                .containsExactly(new BadRow(
                        2,
                        "tier",
                        "E4",
                        "is new and has points for 2 of three kinds: name COMMUNITY, LICENCE and CUSTODY"));
        assertThat(refused("tiers", TIERS + "e4,LIFE,-1\nB2,CUSTODY,1\nB2,CUSTODY,1\n"))
                .extracting(BadRow::column)
                .containsExactly("tier", "kind", "points", "kind");
    }

    @Test
    void whetherAKnownTypeOfOrderCarriesUnpaidWorkStays() {
        assertThat(refused("order-types", ORDER_TYPES + "201,Community order,false\n"))
                .containsExactly(
                        new BadRow(2, "carriesUnpaidWork", "false", "must stay true for a known type of order"));
        assertThat(take("order-types", ORDER_TYPES + "201,Community order of 2026,true\n"))
                .isEqualTo(new ImportCounts("order-types", 1, 0, 1, 0));
        assertThat(take("order-types", ORDER_TYPES + "201,Community order of 2026,true\n777,Another,false\n"))
                .isEqualTo(new ImportCounts("order-types", 2, 1, 0, 1));
    }

    @Test
    void onlyTheServiceOwnerBringsThem() {
        assertThatThrownBy(() -> take("tiers", TIERS + "B2,COMMUNITY,116\n", colleague("data-lead-nw")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> take("order-types", ORDER_TYPES + "777,A,true\n", colleague("data-lead-nw")))
                .isInstanceOf(NotAllowedException.class);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CodeListsImportOnMariaDbTest extends CodeListsImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CodeListsImportOnMySqlTest extends CodeListsImportTest {}
