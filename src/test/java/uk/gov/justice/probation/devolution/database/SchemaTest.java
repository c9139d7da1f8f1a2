package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest
abstract class SchemaTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAuditRefusesChangesAndDeletions() {
        jdbc.sql(
                        "INSERT INTO audit_entry (at, actor, action, subject, facts) VALUES (NOW(3), 'someone', 'TRIED', 'handover 1', '{}')")
                .update();

        assertThatThrownBy(() -> jdbc.sql("UPDATE audit_entry SET actor = 'someone else'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit_entry").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    /** Whoever set a view up may have left, and views must show nobody more than they may read. */
    @Test
    void everyViewReadsWithTheRightsOfWhoReadsIt() {
        assertThat(jdbc.sql(
                                "SELECT CONCAT(table_name, ' ', security_type) FROM information_schema.views WHERE table_schema = DATABASE()")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(view -> view.endsWith(" INVOKER"));
    }

    @Test
    void everyTestStartsWithAnEmptyAudit() {
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql(
                        "INSERT INTO audit_entry (at, actor, action, subject, facts) VALUES (NOW(3), 'someone', 'TRIED', 'handover 1', '{}')")
                .update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SchemaOnMariaDbTest extends SchemaTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SchemaOnMySqlTest extends SchemaTest {}
