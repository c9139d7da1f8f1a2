package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Imports which sentences belong to another event; each row does what {@link ChangingKeys} does. */
@Component
class EventMoveImport implements StagedImport {
    private final ChangingKeys keys;
    private final JdbcClient jdbc;

    EventMoveImport(ChangingKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    private record Row(long line, String crn, int eventNumber, String toCrn, int toEventNumber) {

        String key() {
            return "%s event %d".formatted(crn, eventNumber);
        }
    }

    @Override
    public String file() {
        return "event-moves";
    }

    @Override
    public String purpose() {
        return "Sentences that belong to another event, of the same person or of another CRN. A row that names them the other way round moves one back.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ChangingKeys.ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("crn", "of a known case of your region", "Z900001"),
                new Column("eventNumber", "of that case; one row for each", "1"),
                new Column("toCrn", "the CRN it belongs to, which is known", "Z900001"),
                new Column("toEventNumber", "the number of the event there, from 1 to 999", "7"));
    }

    @Override
    public String table() {
        return "staged_event_move";
    }

    @Override
    public List<String> definition() {
        return List.of("from_crn CHAR(7)", "from_event INT", "to_crn CHAR(7)", "to_event_number INT");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var keys = new DistinctKeys("crn");
        return row -> {
            CaseKey key = CaseKey.of(row);
            keys.add(row, key.text());
            CaseKey to = new CaseKey(
                    row.required("toCrn").matching(CaseKey.CRN, CaseKey.CRN_IN_WORDS),
                    row.required("toEventNumber").integer(1, CaseKey.LAST_EVENT));
            if (key.text() != null && key.equals(to)) row.reject("toEventNumber", "is the event that it is already");
            return new Object[] {key.crn(), key.eventNumber(), to.crn(), to.eventNumber()};
        };
    }

    /** What a row may do depends on the rows before it, so each is checked as it is carried out. */
    @Override
    public void check(BadRows badRows, Colleague importer) {}

    @Override
    public Taken take(Colleague importer) {
        RowByRow rows = new RowByRow(file());
        jdbc.sql(
                        "SELECT line, from_crn AS crn, from_event AS event_number, to_crn, to_event_number FROM staged_event_move ORDER BY line")
                .query(Row.class)
                .list()
                .forEach(row -> rows.carryOut(row.line(), "crn", row.key(), () -> carriesOut(row, importer)));
        return rows.taken();
    }

    private boolean carriesOut(Row row, Colleague importer) {
        if (keys.isMoved(row.crn(), row.eventNumber(), row.toCrn(), row.toEventNumber(), importer)) return false;
        keys.move(row.crn(), row.eventNumber(), row.toCrn(), row.toEventNumber(), importer);
        return true;
    }
}
