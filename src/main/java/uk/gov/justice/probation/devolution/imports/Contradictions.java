package uk.gov.justice.probation.devolution.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
    private static final int CHUNK = 1_000;

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

    /**
     * Reports the rows of regions whose data the importer may not change, and takes them off the stage: any other
     * reason would tell what is known there.
     *
     * @param what as it reads before the region: "belongs to"
     * @param sql selects line, value and region of the rows whose region is not among {@code :own}; null as the region
     *     if reading the row has refused it already
     */
    public void ofOtherRegions(
            BadRows badRows, String staged, String column, String what, String sql, Collection<String> own) {
        List<Long> lines = new ArrayList<>();
        jdbc.query(sql + " ORDER BY 1 FOR UPDATE", Map.of("own", own), row -> {
            lines.add(row.getLong(1));
            if (row.getString(3) != null)
                badRows.add(
                        row.getLong(1),
                        column,
                        row.getString(2),
                        "%s region %s, which you may not change".formatted(what, row.getString(3)));
        });
        for (int from = 0; from < lines.size(); from += CHUNK)
            jdbc.update(
                    "DELETE FROM " + staged + " WHERE line IN (:lines)",
                    Map.of("lines", lines.subList(from, Math.min(lines.size(), from + CHUNK))));
    }

    /** Whether the columns of two tables differ, comparing letter by letter and with case. */
    public static String differs(String one, String other, String... columns) {
        return Arrays.stream(columns)
                .map(column -> "CAST(%1$s.%3$s AS BINARY) <=> CAST(%2$s.%3$s AS BINARY)".formatted(one, other, column))
                .collect(Collectors.joining(" AND ", "NOT (", ")"));
    }
}
