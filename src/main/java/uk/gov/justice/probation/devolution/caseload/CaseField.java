package uk.gov.justice.probation.devolution.caseload;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What files say of a case and of a service for it, with the words that people know it by. */
public enum CaseField {
    REGION("Region", "region_code", "(SELECT name FROM region WHERE code = %s)"),
    DELIVERY_UNIT("Probation delivery unit", "pdu_name", "%s"),
    TEAM("Team", "team_code", "(SELECT name FROM team WHERE code = %s)"),
    PRACTITIONER("Practitioner", "practitioner_staff_number", "%s"),
    ORDER_TYPE("Order type", "order_type_code", "(SELECT name FROM order_type WHERE code = %s)"),
    START_DATE("Start date", "start_date", "DATE_FORMAT(%s, '%%e %%M %%Y')"),
    EXPECTED_END_DATE("Expected end date", "expected_end_date", "DATE_FORMAT(%s, '%%e %%M %%Y')"),
    LEGACY_ORGANISATION("Legacy organisation", "legacy_organisation", "%s"),
    STANDALONE_UPW("Unpaid work alone", "standalone_upw", "IF(%s, 'Yes', 'No')"),
    RISK("Risk of serious harm", "rosh_level", riskInWords()),
    TIER("Tier", "tier", "%s"),
    MAPPA_LEVEL("MAPPA level", "mappa_level", "%s"),
    LIMITED_ACCESS("Limited access", "limited_access", "IF(%s, 'Yes', 'No')"),
    UNIT("Unit", "unit_code", "(SELECT name FROM unit WHERE code = %s)"),
    WORK_IN_PROGRESS("Work in progress", "work_in_progress", "IF(%s, 'Yes', 'No')"),
    WORK("Work on the service", "last_changed", "NULL");

    static final List<CaseField> OF_SERVICES = List.of(UNIT, WORK_IN_PROGRESS, WORK);
    static final List<CaseField> OF_CASES =
            Stream.of(values()).filter(field -> !OF_SERVICES.contains(field)).toList();

    private final String words;
    private final String column;
    private final String text;

    CaseField(String words, String column, String text) {
        this.words = words;
        this.column = column;
        this.text = text;
    }

    public String words() {
        return words;
    }

    /** SQL for what people read of it in the row that this name stands for. */
    String text(String row) {
        return text.formatted(row + column);
    }

    /** SQL for what people read of whichever of these is called {@code f.field}. */
    static String texts(List<CaseField> fields, String row) {
        return choice(fields.stream(), field -> field.text(row));
    }

    /** SQL for whether that field differs in two rows. */
    static String differ(List<CaseField> fields, String row, String other) {
        return choice(fields.stream(), field -> "NOT (%1$s%3$s <=> %2$s%3$s)".formatted(row, other, field.column));
    }

    /** SQL that selects the names of these, without its first word. */
    static String names(List<CaseField> fields) {
        return fields.stream()
                .map(field -> "'%s' AS field".formatted(field))
                .collect(Collectors.joining(" UNION ALL SELECT "));
    }

    private static String choice(Stream<CaseField> fields, Function<CaseField, String> sql) {
        return fields.map(field -> "WHEN '%s' THEN %s".formatted(field, sql.apply(field)))
                .collect(Collectors.joining(" ", "CASE f.field ", " END"));
    }

    private static String riskInWords() {
        return Arrays.stream(RiskOfSeriousHarm.values())
                .map(level -> "WHEN '%s' THEN '%s'".formatted(level, level.label()))
                .collect(Collectors.joining(" ", "CASE %s ", " END"));
    }
}
