package uk.gov.justice.probation.devolution.consultation.outcome;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the results of a consultation. */
@Component
class ReportQuery {

    record People(int all, int left, int extended, int met, int withUnionRepresentative, int declined) {}

    record Unions(int heard, int missing) {}

    record Questions(int asked, int answered) {}

    private final JdbcClient jdbc;

    ReportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    People people(long consultationId) {
        return jdbc.sql("""
            SELECT COUNT(*) AS `all`, COALESCE(SUM(left_at IS NOT NULL), 0) AS `left`, COALESCE(SUM(extended_to IS NOT NULL), 0) AS extended,
              COALESCE(SUM(one_to_one_state = 'HELD'), 0) AS met, COALESCE(SUM(with_union_rep = TRUE), 0) AS with_union_representative,
              COALESCE(SUM(one_to_one_state = 'DECLINED'), 0) AS declined
            FROM cohort_member WHERE consultation_id = ?
            """).param(consultationId).query(People.class).single();
    }

    Unions unions(long consultationId) {
        return jdbc.sql(
                        "SELECT COUNT(feedback) AS heard, COALESCE(SUM(feedback IS NULL), 0) AS missing FROM consultation_union WHERE consultation_id = ?")
                .param(consultationId)
                .query(Unions.class)
                .single();
    }

    Questions questions(long consultationId) {
        return jdbc.sql(
                        "SELECT COUNT(*) AS asked, COUNT(answer) AS answered FROM consultation_question WHERE consultation_id = ?")
                .param(consultationId)
                .query(Questions.class)
                .single();
    }
}
