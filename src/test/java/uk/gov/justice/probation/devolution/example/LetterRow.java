package uk.gov.justice.probation.devolution.example;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter. */
public final class LetterRow extends Row<LetterRow> {

    LetterRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "letter", which, values);
    }

    public LetterRow state(String state) {
        return with("state", state);
    }

    public LetterRow failed(String why) {
        return state("FAILED").with("failure", why);
    }

    public LetterRow writtenMonthsBefore(int months) {
        return withSql("written_at", "written_at - INTERVAL ? MONTH", months);
    }

    public LetterRow withTheWordsOf(long other) {
        return withSql("html", "(SELECT html FROM (SELECT html FROM letter WHERE id = ? LIMIT 1) other)", other);
    }

    public LetterRow withAnotherSum() {
        return withSql("pdf_sha256", "REPEAT('0', 64)");
    }
}
