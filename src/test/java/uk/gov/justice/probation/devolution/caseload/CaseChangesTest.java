package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.CaseChange;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;

/** What files change of a case is kept from its inventory until it has moved, was left or was released. */
@DomainTest
abstract class CaseChangesTest {
    private static final Colleague DATA_LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));

    @Autowired
    Imports imports;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transfer;

    @Autowired
    TransferExceptions exceptions;

    @Autowired
    CaseChangeBatch kept;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private long handover;
    private long caseId;

    @BeforeEach
    void twoCasesOfWhichOneIsInAnInventory() {
        SomeCases cases = new SomeCases(jdbc);
        cases.held(1, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        cases.held(1, "NW", "PSC_WAKEFIELD", "ALLOCATION", "CRC", false);
        caseId = idOf("X000001");
        handover = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "FORMER_CRC_CASES",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 31),
                "BRIEFING");
    }

    @Test
    void everyFieldThatAFileChangedIsNamedInWordsWithWhoSentIt() {
        inventory.take(handover);
        send(caseId, "roshLevel", "RVHR", "teamCode", "TEAM_NW_12");
        send(caseId, "roshLevel", "RMRH");
        transferAll();

        assertThat(changes())
                .extracting(CaseChange::what, CaseChange::before, CaseChange::after, CaseChange::by, CaseChange::file)
                .containsExactlyInAnyOrder(
                        tuple("Risk of serious harm", null, "Very high", "data-lead-nw", "cases"),
                        tuple("Team", team("PSC_LIVERPOOL_ADMIN"), team("TEAM_NW_12"), "data-lead-nw", "cases"),
                        tuple("Risk of serious harm", "Very high", "Medium", "data-lead-nw", "cases"));
    }

    @Test
    void soIsWhatChangedOfItsService() {
        inventory.take(handover);
        service("PSC_LIVERPOOL", true, "2021-10-01T10:00:00Z");
        service("PSC_LIVERPOOL", true, "2021-10-02T10:00:00Z");
        service("PSC_WAKEFIELD", true, "2021-10-03T10:00:00Z");
        transferAll();

        assertThat(changes())
                .extracting(CaseChange::sentence)
                .containsExactly(
                        "Work in progress: No before, now Yes",
                        "Work on the service was recorded",
                        "Unit: PSC Liverpool before, now PSC Wakefield");
    }

    @Test
    void whatChangedBeforeTheInventoryOrOfOtherCasesIsNotKept() {
        send(caseId, "tier", "A1");
        inventory.take(handover);
        send(idOf("X000002"), "tier", "A1");

        assertThat(kept()).isZero();
    }

    @Test
    void ofALimitedAccessCaseNothingIsSaid() {
        inventory.take(handover);
        send(caseId, "tier", "A1");
        given.theCase(caseId).limitedAccess().save();
        transferAll();

        assertThat(exceptions.open(handover)).hasSize(1);
        assertThat(exceptions.changes(exceptions.open(handover))).isEmpty();
    }

    @Test
    void itIsForgottenOnceNobodyDecidesAboutItAnyMore() {
        inventory.take(handover);
        send(caseId, "tier", "A1");
        transferAll();
        kept.forgetWhatNoLongerWaits();
        assertThat(kept()).isOne();

        given.left(exceptions.open(handover).getFirst().itemId());
        kept.forgetWhatNoLongerWaits();
        assertThat(kept()).isZero();
    }

    private List<CaseChange> changes() {
        List<OpenException> open = exceptions.open(handover);
        return exceptions.changes(open).get(open.getFirst().itemId());
    }

    private void transferAll() {
        var batches = transfer.plan(handover);
        batches.numbers().forEach(batch -> transfer.transfer(handover, batches.round(), batch));
    }

    private void send(long about, String... columns) {
        FileOfNow file = FileOfNow.ofCase(jdbc, about);
        for (int i = 0; i < columns.length; i += 2) file.with(columns[i], columns[i + 1]);
        imports.take("cases", file.csv(), DATA_LEAD);
    }

    private void service(String unit, boolean inProgress, String lastChanged) {
        String file = "crn,eventNumber,service,unit,workInProgress,lastChanged\nX000001,1,ALLOCATION,%s,%s,%s\n"
                .formatted(unit, inProgress, lastChanged);
        imports.take("case-services", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), DATA_LEAD);
    }

    private long idOf(String crn) {
        return jdbc.sql("SELECT id FROM probation_case WHERE crn = ?")
                .param(crn)
                .query(Long.class)
                .single();
    }

    private String team(String code) {
        return jdbc.sql("SELECT name FROM team WHERE code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("SELECT COUNT(*) FROM case_change").query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseChangesOnMariaDbTest extends CaseChangesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseChangesOnMySqlTest extends CaseChangesTest {}
