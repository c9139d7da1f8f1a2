package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesOfSqlTest {

    @Test
    void readsWhatIsJoinedAndSelectedInside() {
        assertThat(TablesOfSql.in(
                                "SELECT o.id FROM upw_order o LEFT JOIN upw_project AS p ON p.code = o.project_code, region r WHERE o.case_id IN (SELECT id FROM probation_case) ORDER BY o.id, grade FOR UPDATE")
                        .reads())
                .containsExactlyInAnyOrder("upw_order", "upw_project", "region", "probation_case");
    }

    @Test
    void readsDerivedTablesAndJoinsInParentheses() {
        TablesOfSql sql = TablesOfSql.in(
                "SELECT COUNT(*) FROM (SELECT id FROM staff s) numbered JOIN (team t JOIN unit u ON u.code = t.unit_code) ON u.id = EXTRACT(YEAR FROM day)");

        assertThat(sql.reads()).containsExactlyInAnyOrder("staff", "team", "unit");
        assertThat(sql.writes()).isEmpty();
    }

    @Test
    void readsThroughCommonTableExpressions() {
        TablesOfSql sql = TablesOfSql.in(
                "WITH mine AS (SELECT id FROM letter), others (id) AS (SELECT id FROM mine) SELECT * FROM others JOIN local_mail s ON s.id = others.id");

        assertThat(sql.reads()).containsExactlyInAnyOrder("letter", "local_mail");
        assertThat(sql.ownNames()).containsExactlyInAnyOrder("mine", "others");
    }

    @Test
    void writesWhereItInserts() {
        TablesOfSql sql = TablesOfSql.in(
                "INSERT IGNORE INTO case_service (case_id, unit_code) SELECT c.id, :to FROM probation_case c, unit u ON DUPLICATE KEY UPDATE unit_code = VALUES(unit_code), version = version + 1");

        assertThat(sql.writes()).containsExactly("case_service");
        assertThat(sql.reads()).containsExactlyInAnyOrder("probation_case", "unit");
    }

    @Test
    void writesTheTablesWhoseColumnsItSets() {
        TablesOfSql sql = TablesOfSql.in(
                "UPDATE handover_item i JOIN case_service old ON old.id = i.item JOIN case_service cs ON cs.id = old.id JOIN unit u ON u.code = cs.unit_code SET i.state = 'MOVED', cs.ended = IF(u.a = 1, 2, 3) WHERE i.id = 1");

        assertThat(sql.writes()).containsExactlyInAnyOrder("case_service", "handover_item");
        assertThat(sql.reads()).containsExactly("unit");
    }

    @Test
    void writesWhatItUpdatesThoughTheColumnsStandElsewhere() {
        assertThat(TablesOfSql.in("UPDATE letter SET {} WHERE id = ?").writes()).containsExactly("letter");
        assertThat(TablesOfSql.in("UPDATE letter SET state = 'SENT', sent_at = ? WHERE id = ?")
                        .writes())
                .containsExactly("letter");
    }

    @Test
    void writesWhatItDeletes() {
        TablesOfSql joined =
                TablesOfSql.in("DELETE a FROM preference_answer a JOIN cohort_member m ON m.id = a.member_id");
        TablesOfSql simple = TablesOfSql.in("DELETE FROM letter WHERE id NOT IN (SELECT id FROM local_mail)");

        assertThat(joined.writes()).containsExactly("preference_answer");
        assertThat(joined.reads()).containsExactly("cohort_member");
        assertThat(simple.writes()).containsExactly("letter");
        assertThat(simple.reads()).containsExactly("local_mail");
    }

    @Test
    void readsPartsOfStatements() {
        assertThat(TablesOfSql.in(
                                " AND s.staff_number IN (SELECT staff_number FROM staff) JOIN team t ON t.code = s.team_code")
                        .reads())
                .containsExactlyInAnyOrder("staff", "team");
        assertThat(TablesOfSql.in("SELECT code FROM {}").reads()).containsExactly(TablesOfSql.VALUE);
    }

    @Test
    void readsTheEntitiesOfQueries() {
        TablesOfSql query = TablesOfSql.inQuery(
                "select e from Enforcement e join Order o on o.id = e.orderId join e.actions a, CohortMember m where o.state in (select s from Session s) order by e.id, o.id");

        assertThat(query.reads()).containsExactlyInAnyOrder("Enforcement", "Order", "CohortMember", "Session");
        assertThat(TablesOfSql.inQuery("update Letter l set l.sent = true").writes())
                .containsExactly("Letter");
    }

    @Test
    void readsNoTablesInSentences() {
        assertThat(TablesOfSql.in("Take the file from staff or update it, then join the team")
                        .reads())
                .isEmpty();
    }
}
