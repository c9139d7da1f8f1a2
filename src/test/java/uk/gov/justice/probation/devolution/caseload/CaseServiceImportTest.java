package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.security.Colleague;

abstract class CaseServiceImportTest extends ImportTest {
    static final String SERVICES = "crn,eventNumber,service,unit,workInProgress,lastChanged\n";
    private static final String TERMINATIONS = "X000001,1,TERMINATIONS,PSC_WAKEFIELD,false,2021-09-01T10:00:00Z\n";
    private static final String ALLOCATION = "X000001,1,ALLOCATION,PSC_LIVERPOOL,true,2021-09-02T10:00:00Z\n";
    private static final String TERMINATIONS_MOVED =
            "X000001,1,TERMINATIONS,PSC_LIVERPOOL,false,2021-10-10T10:00:00Z\n";

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ChangingKeys keys;

    @BeforeEach
    void aCase() {
        take("cases", CaseImportTest.CASES + "X000001,1,NW,Sefton,TEAM_NW_10,,201,2021-03-01,,CRC,false,,,,false,1\n");
        clock.set("2021-10-04T08:00:00Z");
    }

    @Test
    void takesWhoDoesWhat() {
        assertThat(take("case-services", SERVICES + TERMINATIONS + ALLOCATION))
                .isEqualTo(new ImportCounts("case-services", 2, 2, 0, 0));
        assertThat(rows())
                .containsExactly(
                        "TERMINATIONS PSC_WAKEFIELD NW 2021-10-04 08:00:00.000 open 0 2021-09-01 10:00:00.000",
                        "ALLOCATION PSC_LIVERPOOL NW 2021-10-04 08:00:00.000 open 1 2021-09-02 10:00:00.000");
    }

    @Test
    void aFileThatNamesACaseAsItWasCalledBeforeIsAboutIt() {
        String other = "X000002,2,NW,Sefton,TEAM_NW_10,,201,2021-03-01,,CRC,false,,,,false,%d\n";
        take("cases", CaseImportTest.CASES + other.formatted(1));
        keys.merge("X000002", "X000001", new Colleague("data-lead-nw", Set.of("data-lead-nw")));

        assertThat(take("cases", CaseImportTest.CASES + other.formatted(2)).changed())
                .isEqualTo(1);
        assertThat(take("case-services", SERVICES + TERMINATIONS.replace("X000001,1", "X000002,2"))
                        .added())
                .isEqualTo(1);
        assertThat(refused(
                        "case-services",
                        SERVICES
                                + ALLOCATION.replace("X000001,1", "X000002,2")
                                + ALLOCATION.replace("X000001,1", "X000001,2")))
                .extracting(BadRow::reason)
                .containsExactly("is named twice in the file, by its present key and by a former one");
        assertThat(refused("cases", CaseImportTest.CASES + other.formatted(1).replace("X000002,2", "X000002,3")))
                .extracting(BadRow::reason)
                .containsExactly("was merged into X000001: a new event comes under that CRN");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        take("case-services", SERVICES + TERMINATIONS + ALLOCATION);
        assertThat(take("case-services", SERVICES + TERMINATIONS + ALLOCATION))
                .isEqualTo(new ImportCounts("case-services", 2, 0, 0, 2));
        assertThat(take("case-services", SERVICES + TERMINATIONS))
                .isEqualTo(new ImportCounts("case-services", 1, 0, 0, 1));
    }

    @Test
    void anotherUnitEndsTheRowAndBeginsANewOne() {
        take("case-services", SERVICES + TERMINATIONS + ALLOCATION);
        clock.set("2021-10-11T08:00:00Z");
        assertThat(take("case-services", SERVICES + TERMINATIONS_MOVED + ALLOCATION))
                .isEqualTo(new ImportCounts("case-services", 2, 0, 1, 1));
        assertThat(rows())
                .containsExactly(
                        "TERMINATIONS PSC_WAKEFIELD NW 2021-10-04 08:00:00.000 2021-10-11 08:00:00.000 0 2021-09-01 10:00:00.000",
                        "ALLOCATION PSC_LIVERPOOL NW 2021-10-04 08:00:00.000 open 1 2021-09-02 10:00:00.000",
                        "TERMINATIONS PSC_LIVERPOOL NW 2021-10-11 08:00:00.000 open 0 2021-10-10 10:00:00.000");
    }

    @Test
    void workInTheSameUnitChangesTheRowItself() {
        take("case-services", SERVICES + TERMINATIONS);
        assertThat(take("case-services", SERVICES + "X000001,1,TERMINATIONS,PSC_WAKEFIELD,true,2021-09-03T10:00:00Z\n")
                        .changed())
                .isEqualTo(1);
        assertThat(rows())
                .containsExactly(
                        "TERMINATIONS PSC_WAKEFIELD NW 2021-10-04 08:00:00.000 open 1 2021-09-03 10:00:00.000");
    }

    /** Freezing a queue locks its unit. */
    @Test
    void aFileHoldsTheUnitsItIsAboutSoThatAFreezeWaitsForIt() {
        take("case-services", SERVICES + TERMINATIONS);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            take("case-services", SERVICES + "X000001,1,TERMINATIONS,PSC_WAKEFIELD,true,2021-09-03T10:00:00Z\n");
            assertThat(CompletableFuture.supplyAsync(() -> units("FOR UPDATE SKIP LOCKED"))
                            .join())
                    .contains("PSC_LIVERPOOL")
                    .doesNotContain("PSC_WAKEFIELD");
        });
        assertThat(units("FOR UPDATE SKIP LOCKED")).contains("PSC_WAKEFIELD");
    }

    @Test
    void whatIsOlderThanWhatIsKnownIsRefused() {
        take("case-services", SERVICES + TERMINATIONS + ALLOCATION);
        assertThat(refused(
                        "case-services",
                        SERVICES + TERMINATIONS.replace("09-01", "08-01") + ALLOCATION.replace("true", "false")))
                .containsExactly(
                        new BadRow(
                                2,
                                "lastChanged",
                                "2021-08-01T10:00:00.000Z",
                                "is older than what is known (2021-09-01T10:00:00.000Z)"),
                        new BadRow(
                                3,
                                "lastChanged",
                                "2021-09-02T10:00:00.000Z",
                                "is what is known already, with other content; a change needs a later moment"));
    }

    @Test
    void anOldFileDoesNotUndoAHandover() {
        clock.set("2021-10-20T08:00:00Z");
        take("case-services", SERVICES + TERMINATIONS);
        handOverTo("REGION_NW", Instant.parse("2021-10-20T09:00:00Z"));
        assertThat(take("case-services", SERVICES + TERMINATIONS).unchanged()).isEqualTo(1);
        assertThat(refused("case-services", SERVICES + TERMINATIONS_MOVED))
                .containsExactly(new BadRow(
                        2, "unit", "PSC_LIVERPOOL", "is older than the handover of this service to REGION_NW"));
        assertThat(count("SELECT COUNT(*) FROM case_service WHERE open_mark = 1 AND unit_code = 'REGION_NW'"))
                .isEqualTo(1);
    }

    @Test
    void aFrozenQueueTakesNoCaseInAndLetsNoneOut() {
        clock.set("2021-10-20T08:00:00Z");
        take("case-services", SERVICES + TERMINATIONS);
        freeze("PSC_WAKEFIELD", "TERMINATIONS");
        freeze("REGION_NW", "ALLOCATION");
        assertThat(refused(
                        "case-services",
                        SERVICES + TERMINATIONS_MOVED + ALLOCATION.replace("PSC_LIVERPOOL", "REGION_NW")))
                .containsExactly(
                        new BadRow(2, "unit", "PSC_LIVERPOOL", "cannot change: the queue is frozen by handover 7"),
                        new BadRow(3, "unit", "REGION_NW", "cannot receive a case: the queue is frozen by handover 7"));

        assertThat(take("case-services", SERVICES + "X000001,1,TERMINATIONS,PSC_WAKEFIELD,true,2021-09-03T10:00:00Z\n")
                        .changed())
                .isEqualTo(1);
        given.allFrozenQueues().unfrozen().save();
        assertThat(take("case-services", SERVICES + TERMINATIONS_MOVED).changed())
                .isEqualTo(1);
    }

    @Test
    void aFrozenQueueOfAnotherRegionOrServiceDoesNotMatter() {
        clock.set("2021-10-20T08:00:00Z");
        take("case-services", SERVICES + TERMINATIONS);
        freeze("PSC_WAKEFIELD", "ALLOCATION");
        given.aFrozenQueue(8, "PSC_WAKEFIELD", "TERMINATIONS").inRegion("GM").save();
        assertThat(take("case-services", SERVICES + TERMINATIONS_MOVED).changed())
                .isEqualTo(1);
    }

    @Test
    void reportsEverythingWrongAndTakesNothing() {
        assertThat(refused(
                        "case-services", SERVICES + TERMINATIONS + "X0,1,TEA,CANTEEN,maybe,yesterday\n" + TERMINATIONS))
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(
                        tuple(3L, "crn"),
                        tuple(3L, "service"),
                        tuple(3L, "unit"),
                        tuple(3L, "workInProgress"),
                        tuple(3L, "lastChanged"),
                        tuple(4L, "crn"));
        assertThat(refused(
                        "case-services",
                        SERVICES + TERMINATIONS + "X000009,1,ALLOCATION,PSC_LIVERPOOL,true,2021-09-02T10:00:00Z\n"))
                .containsExactly(new BadRow(3, "crn", "X000009", "has no such event: import the file 'cases' first"));
        assertThat(count("SELECT COUNT(*) FROM case_service")).isZero();
    }

    @Test
    void aDataLeadChangesTheServicesOfTheirRegionsCasesOnly() {
        assertThat(refused("case-services", SERVICES + TERMINATIONS, colleague("data-lead-gm")))
                .containsExactly(new BadRow(2, "crn", "X000001", "belongs to region NW, which you may not change"));
        assertThat(take("case-services", SERVICES + TERMINATIONS, colleague("data-lead-nw"))
                        .added())
                .isEqualTo(1);
    }

    private void freeze(String unit, String service) {
        given.aFrozenQueue(7, unit, service).frozen(LocalDate.of(2021, 10, 20)).save();
    }

    private void handOverTo(String unit, Instant at) {
        given.theServicesGoingOn().until(at).endedBy(7).save();
        jdbc.sql("""
        INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
        SELECT case_id, service_code, ?, region_code, ?, work_in_progress, last_changed, 7 FROM case_service
        """).params(unit, Utc.of(at)).update();
    }

    private List<String> units(String lock) {
        return jdbc.sql("SELECT code FROM unit " + lock).query(String.class).list();
    }

    private List<String> rows() {
        return jdbc.sql("""
        SELECT CONCAT_WS(' ', service_code, unit_code, region_code, responsible_from, COALESCE(responsible_until, 'open'), work_in_progress, last_changed)
        FROM case_service ORDER BY id
        """).query(String.class).list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseServiceImportOnMariaDbTest extends CaseServiceImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseServiceImportOnMySqlTest extends CaseServiceImportTest {}
