package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

abstract class CaseImportTest extends ImportTest {
    static final String CASES = """
      crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version
      """;
    private static final String ONE =
            "X000001,1,NW,Sefton,TEAM_NW_10,N51A001,201,2021-03-01,2022-03-01,CRC,true,RLRH,C0,,false,3\n";
    private static final String TWO = "X000001,2,NW,Wirral,TEAM_NW_12,,CUS,2021-05-01,,NPS,false,RVHR,A3,M2,true,1\n";

    @Test
    void takesNewCases() {
        assertThat(take("cases", CASES + ONE + TWO)).isEqualTo(new ImportCounts("cases", 2, 2, 0, 0));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS('|', crn, event_number, region_code, pdu_name, legacy_organisation, standalone_upw, tier, limited_access, version) FROM probation_case ORDER BY event_number")
                        .query(String.class)
                        .list())
                .containsExactly("X000001|1|NW|Sefton|CRC|1|C0|0|3", "X000001|2|NW|Wirral|NPS|0|A3|1|1");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        take("cases", CASES + ONE + TWO);
        assertThat(take("cases", CASES + ONE + TWO)).isEqualTo(new ImportCounts("cases", 2, 0, 0, 2));
        assertThat(take("cases", CASES + TWO + ONE)).isEqualTo(new ImportCounts("cases", 2, 0, 0, 2));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS('|', file, taken_by, row_count, added, unchanged) FROM import_taken ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("cases|owner|2|2|0", "cases|owner|2|0|2", "cases|owner|2|0|2");
    }

    @Test
    void aHigherVersionChangesACase() {
        take("cases", CASES + ONE + TWO);
        assertThat(take("cases", CASES + ONE.replace(",3\n", ",4\n").replace("RLRH", "RMRH") + TWO))
                .isEqualTo(new ImportCounts("cases", 2, 0, 1, 1));
        assertThat(jdbc.sql("SELECT rosh_level FROM probation_case WHERE event_number = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("RMRH");
    }

    @Test
    void aVersionNeverGoesBackNorKeepsChangedContent() {
        take("cases", CASES + ONE + TWO);
        assertThat(refused("cases", CASES + ONE.replace(",3\n", ",2\n") + TWO.replace("A3", "A2")))
                .containsExactly(
                        new BadRow(2, "version", "2", "goes back: version 3 is known already"),
                        new BadRow(
                                3,
                                "version",
                                "1",
                                "is known already with other content; a changed case needs a higher version"));
    }

    @Test
    void reportsEverythingWrongAndTakesNothing() {
        String bad = "x1,0,XX,Leeds,NOWHERE,a,999,2021-03-01,2021-02-01,OLD,true,HIGH,E0,M9,no,0\n";
        assertThat(refused("cases", CASES + ONE + bad))
                .allSatisfy(row -> assertThat(row.line()).isEqualTo(3))
                .extracting(BadRow::column)
                .containsExactlyInAnyOrder(
                        "crn",
                        "eventNumber",
                        "regionCode",
                        "teamCode",
                        "practitionerStaffNumber",
                        "orderTypeCode",
                        "expectedEndDate",
                        "legacyOrganisation",
                        "roshLevel",
                        "tier",
                        "mappaLevel",
                        "limitedAccess",
                        "version");
        assertThat(count("SELECT COUNT(*) FROM probation_case")).isZero();
        assertThat(count("SELECT COUNT(*) FROM import_taken")).isZero();
    }

    @Test
    void aDeliveryUnitBelongsToItsRegion() {
        assertThat(refused("cases", CASES + ONE.replace("Sefton", "Leeds")))
                .containsExactly(new BadRow(2, "pduName", "Leeds", "is not a delivery unit of the region"));
    }

    @Test
    void anOrderOfUnpaidWorkAloneCanCarryItAndHasChangeNought() {
        assertThat(refused("cases", CASES + ONE.replace("C0", "C1").replace(",201,", ",CUS,")))
                .containsExactly(
                        new BadRow(2, "standaloneUpw", "true", "is true, but the order type cannot carry unpaid work"),
                        new BadRow(2, "tier", "C1", "must have change 0: an order of unpaid work alone"));
    }

    @Test
    void aCaseIsInAFileOnce() {
        assertThat(refused("cases", CASES + ONE + TWO + ONE))
                .containsExactly(new BadRow(4, "crn", "X000001", "is the same as in line 2"));
    }

    @Test
    void aDataLeadChangesTheCasesOfTheirRegionOnly() {
        take("cases", CASES + ONE);
        assertThat(take("cases", CASES + TWO, colleague("data-lead-nw")).added())
                .isEqualTo(1);
        assertThat(refused("cases", CASES + TWO, colleague("data-lead-gm", "hr-nw")))
                .containsExactly(new BadRow(2, "regionCode", "NW", "is a region whose cases you may not change"));
        String takenOver =
                ONE.replace("NW,Sefton,TEAM_NW_10", "GM,Bolton,TEAM_GM_01").replace(",3\n", ",4\n");
        assertThat(refused("cases", CASES + takenOver, colleague("data-lead-gm")))
                .containsExactly(new BadRow(2, "crn", "X000001", "belongs to region NW, which you may not change"));
        for (String row : List.of(ONE, takenOver))
            assertThat(refused("cases", CASES + row.replaceAll(",\\d\n", ",1\n"), colleague("data-lead-gm")))
                    .as("nothing of what is known there is told")
                    .hasSize(1);
        assertThat(take("cases", CASES + takenOver, colleague("data-lead-gm", "data-lead-nw"))
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void aCaseTakesItsServicesToItsNewRegion() {
        take("cases", CASES + ONE);
        take(
                "case-services",
                CaseServiceImportTest.SERVICES + "X000001,1,TERMINATIONS,PSC_WAKEFIELD,true,2021-09-01T10:00:00Z\n");
        clock.set("2021-11-01T09:00:00Z");
        take(
                "cases",
                CASES
                        + ONE.replace("NW,Sefton,TEAM_NW_10", "GM,Bolton,TEAM_GM_01")
                                .replace(",3\n", ",4\n"));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', region_code, unit_code, work_in_progress, responsible_until) FROM case_service ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("NW PSC_WAKEFIELD 1 2021-11-01 09:00:00.000", "GM PSC_WAKEFIELD 1");
    }

    @Test
    void aCaseOfAFrozenQueueKeepsItsRegion() {
        take("cases", CASES + ONE);
        take(
                "case-services",
                CaseServiceImportTest.SERVICES + "X000001,1,TERMINATIONS,PSC_WAKEFIELD,true,2021-09-01T10:00:00Z\n");
        given.aFrozenQueue(7, "PSC_WAKEFIELD", "TERMINATIONS")
                .frozen(LocalDate.of(2021, 10, 20))
                .save();
        assertThat(refused(
                        "cases",
                        CASES
                                + ONE.replace("NW,Sefton,TEAM_NW_10", "GM,Bolton,TEAM_GM_01")
                                        .replace(",3\n", ",4\n")))
                .containsExactly(new BadRow(2, "regionCode", "GM", "cannot change: the queue is frozen by handover 7"));
        assertThat(take("cases", CASES + ONE.replace(",3\n", ",4\n")).changed()).isEqualTo(1);
    }

    @Test
    void thePractitionerOfALimitedCaseIsAMemberOfStaff() {
        String limited = "X000001,2,NW,Wirral,TEAM_NW_12,NW02,CUS,2021-05-01,,NPS,false,RVHR,A3,M2,true,1\n";
        assertThat(refused("cases", CASES + limited)).singleElement().satisfies(row -> {
            assertThat(row.column()).isEqualTo("practitionerStaffNumber");
            assertThat(row.reason()).startsWith("is not a member of staff");
        });
        assertThat(take("cases", CASES + limited.replace(",true,1", ",false,1")).added())
                .isEqualTo(1);
        new SomeStaff(jdbc).add("NW02", "NW", null);
        assertThat(take("cases", CASES + limited.replace(",true,1", ",true,2"), colleague("data-lead-nw"))
                        .changed())
                .isEqualTo(1);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseImportOnMariaDbTest extends CaseImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseImportOnMySqlTest extends CaseImportTest {}
