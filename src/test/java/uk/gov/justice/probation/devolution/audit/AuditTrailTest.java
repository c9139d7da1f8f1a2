package uk.gov.justice.probation.devolution.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;

@DomainTest
abstract class AuditTrailTest {
    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatIsDeliveredAgainIsRecordedOnceWithOneStatementEach() throws Exception {
        Statements sent = Statements.during(() -> {
            recordOnce("k-1", "case/X1", Map.of("note", "the first"));
            recordOnce("k-1", "case/X1", Map.of("note", "the second"));
        });

        assertThat(audit.about("case/X1")).singleElement().satisfies(entry -> {
            assertThat(entry.facts()).contains("the first");
            assertThat(entry.actor()).isEqualTo("ann");
            assertThat(entry.regionCode()).isEqualTo("NW");
        });
        assertThat(audit.isRecorded("k-1")).isTrue();
        assertThat(audit.isRecorded("k-2")).isFalse();
        assertThat(sent.count()).isEqualTo(2);
    }

    @Test
    void factsAreKeptWholeOrNotAtAll() {
        recordOnce("k-whole", "case/X2", Map.of("note", "\uD83D\uDE00".repeat(3_900)));

        assertThatThrownBy(() -> recordOnce("k-long", "case/X2", Map.of("note", "x".repeat(4_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("facts");
        assertThat(audit.about("case/X2"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).endsWith("\uD83D\uDE00\"}"));
    }

    private void recordOnce(String key, String subject, Map<String, ?> facts) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(any -> audit.recordOnce(key, "ann", "DECIDED", subject, "NW", facts));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class AuditTrailOnMariaDbTest extends AuditTrailTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class AuditTrailOnMySqlTest extends AuditTrailTest {}
