package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Stay;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.SomePlan;

@DomainTest
abstract class ProgressQueryTest {
    private static final Colleague OWNER = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    SiteMoves siteMoves;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transferring;

    @Autowired
    ProgressQuery progress;

    @Autowired
    Clock clock;

    @Test
    void whatWaitsForWhatIsWhatTheProcessesWaitFor() throws Exception {
        imports.take("plan", new ByteArrayInputStream(SomePlan.csv()), OWNER);
        programmes.launch(null, List.of("NW", "EM", "GM", "SC", "YATH"), OWNER);
        Map<Long, List<Long>> awaited = new HashMap<>();
        for (long id : jdbc.sql("SELECT id FROM handover").query(Long.class).list()) {
            List<Long> moves = siteMoves.feeding(handovers.get(id)).stream()
                    .map(Handover::id)
                    .toList();
            if (!moves.isEmpty()) awaited.put(id, moves);
        }

        assertThat(awaited).hasSizeGreaterThan(5);
        assertThat(progress.waitsFor()).isEqualTo(awaited);
    }

    @Test
    void everyStateIsKeptWithTheTimeAtWhichItBegan() {
        SomeCases cases = new SomeCases(jdbc);
        cases.held(30, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        long id = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "FORMER_CRC_CASES",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 31),
                "");

        Instant begun = clock.instant();
        inventory.take(id);
        inventory.take(id);
        var batches = transferring.plan(id);
        batches.numbers().forEach(batch -> transferring.transfer(id, batches.round(), batch));
        transferring.reconcile(id);

        assertThat(progress.stays(id))
                .extracting(Stay::handoverId, Stay::state)
                .containsExactly(
                        tuple(id, HandoverState.INVENTORY),
                        tuple(id, HandoverState.TRANSFER),
                        tuple(id, HandoverState.SIGNING));
        assertThat(progress.stays(id))
                .allSatisfy(stay -> assertThat(stay.since()).isBetween(begun.minusMillis(1), clock.instant()));
        assertThat(progress.stays()).isEqualTo(progress.stays(id));
        assertThat(progress.moved())
                .extracting(ProgressQuery.Moved::handoverId, ProgressQuery.Moved::cases)
                .containsExactly(tuple(id, 30));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ProgressQueryOnMariaDbTest extends ProgressQueryTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ProgressQueryOnMySqlTest extends ProgressQueryTest {}
