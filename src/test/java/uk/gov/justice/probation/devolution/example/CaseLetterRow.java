package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter about a case. */
public final class CaseLetterRow extends Row<CaseLetterRow> {

    CaseLetterRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "case_letter", which, values);
    }

    public CaseLetterRow posted(String by) {
        return with("posted_by", by).with("posted_at", MORNING);
    }

    public CaseLetterRow withTheWordsOf(long other) {
        return withSql("html", "(SELECT html FROM (SELECT html FROM case_letter WHERE id = ? LIMIT 1) other)", other);
    }

    public CaseLetterRow withAnotherSum() {
        return withSql("pdf_sha256", "REPEAT('0', 64)");
    }
}
