package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/** Compares the code lists in the migrations with the lists they were taken from. */
@DomainTest
abstract class TerminationReferenceDataTest {
    /** In the order A3 A2 A1 A0 B3 ... D0 (from the public workload service). */
    private static final List<Integer> COMMUNITY =
            List.of(206, 158, 146, 110, 146, 115, 102, 72, 79, 63, 50, 35, 51, 41, 29, 29);

    private static final List<Integer> LICENCE =
            List.of(219, 175, 163, 0, 161, 132, 119, 0, 77, 65, 52, 0, 51, 43, 31, 0);
    private static final List<Integer> CUSTODY = List.of(75, 60, 59, 0, 59, 48, 47, 0, 30, 24, 23, 0, 17, 14, 13, 0);

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTierHasItsPointsOfEachKind() {
        assertThat(points("COMMUNITY")).isEqualTo(COMMUNITY);
        assertThat(points("LICENCE")).isEqualTo(LICENCE);
        assertThat(points("CUSTODY")).isEqualTo(CUSTODY);
    }

    @Test
    void everyReasonIsMarkedAsOurs() {
        assertThat(jdbc.sql("SELECT name FROM termination_reason WHERE our_own ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Completed",
                        "Completed: early, good progress",
                        "Deported",
                        "Died",
                        "Expired with hours outstanding",
                        "Recalled",
                        "Revoked by the court",
                        "Transferred out");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM termination_reason WHERE NOT our_own")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Integer> points(String kind) {
        return jdbc.sql("SELECT points FROM workload_points WHERE kind = ? ORDER BY LEFT(tier, 1), RIGHT(tier, 1) DESC")
                .param(kind)
                .query(Integer.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TerminationReferenceDataOnMariaDbTest extends TerminationReferenceDataTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TerminationReferenceDataOnMySqlTest extends TerminationReferenceDataTest {}
