package uk.gov.justice.probation.devolution.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds rows that contradict what is known, with one locking query for each rule. */
@Component
public class Contradictions {
    private static final int ROW_BY_ROW = Integer.MIN_VALUE;

    private final NamedParameterJdbcTemplate jdbc;

    Contradictions(DataSource dataSource) {
        JdbcTemplate rowByRow = new JdbcTemplate(dataSource);
        rowByRow.setFetchSize(ROW_BY_ROW);
        jdbc = new NamedParameterJdbcTemplate(rowByRow);
    }

    /**
     * Reports the rows found by a query, which selects line, value and known. {@code reason} says what is wrong with
     * them; {@code %s} stands for what is known.
     */
    public void report(BadRows badRows, String column, String reason, String sql, Map<String, ?> parameters) {
        jdbc.query(sql + " ORDER BY 1 FOR UPDATE", parameters, row -> {
            badRows.add(row.getLong(1), column, row.getString(2), reason.formatted(row.getString(3)));
        });
    }

    /** Whether the columns of two tables differ, comparing letter by letter and with case. */
    public static String differs(String one, String other, String... columns) {
        return Arrays.stream(columns)
                .map(column -> "CAST(%1$s.%3$s AS BINARY) <=> CAST(%2$s.%3$s AS BINARY)".formatted(one, other, column))
                .collect(Collectors.joining(" AND ", "NOT (", ")"));
    }
}
