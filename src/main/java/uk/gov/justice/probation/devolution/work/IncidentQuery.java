package uk.gov.justice.probation.devolution.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The incidents that nobody has resolved, by cause, as managers read them. Of a case they read the CRN alone. */
@Component
public class IncidentQuery {

    /**
     * Which incidents.
     *
     * @param region code; empty for all
     * @param cause null for all
     * @param what of the cause, and of one family; both count only with a cause
     */
    public record Wanted(String region, IncidentCause cause, String what, String family) {
        public static final Wanted ALL = new Wanted("", null, "", "");
    }

    private static final String CONDITIONS = IncidentScope.SQL + """
        AND (:region = '' OR i.region_code = :region)
        AND (:cause IS NULL OR i.cause = :cause AND i.what = :what AND i.family = :family)
        """;
    private static final String COLUMNS =
            "i.incident_key, i.process_instance_key, i.cause, i.what, i.since, i.about, i.region_code, i.crn, i.words";

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the colleague manages anything that could stand still. */
    public static boolean isForWhoeverIs(Colleague colleague) {
        return IncidentScope.of(colleague).isAny();
    }

    /**
     * One message for each cause in each region, that of which most processes stand still first.
     *
     * @param shown how many of each message are told at once
     */
    public List<IncidentGroup> groups(Colleague reader, Wanted wanted, int shown) {
        IncidentScope scope = IncidentScope.of(reader);
        Map<List<?>, IncidentGroup> groups = new LinkedHashMap<>();
        jdbc.sql("SELECT " + COLUMNS + ", i.family, i.region_name, i.number, i.group_since FROM (SELECT " + COLUMNS
                        + """
                , i.family, r.name AS region_name,
                  COUNT(*) OVER (PARTITION BY i.cause, i.what, i.family, i.region_code) AS number,
                  MIN(i.since) OVER (PARTITION BY i.cause, i.what, i.family, i.region_code) AS group_since,
                  ROW_NUMBER() OVER (PARTITION BY i.cause, i.what, i.family, i.region_code ORDER BY i.since, i.incident_key) AS place
                FROM standing_incident i LEFT JOIN region r ON r.code = i.region_code WHERE
                """ + CONDITIONS + """
                ) i WHERE i.place <= :shown ORDER BY i.number DESC, i.group_since, i.cause, i.what, i.region_code, i.family, i.place
                """)
                .params(asked(scope, wanted))
                .param("shown", shown)
                .query((row, n) -> group(row, scope))
                .list()
                .forEach(group -> groups.merge(group.sameness(), group, IncidentGroup::and));
        return List.copyOf(groups.values());
    }

    /** Those that have stood longest first. */
    public List<StandingIncident> list(Colleague reader, Wanted wanted, int atMost, int before) {
        IncidentScope scope = IncidentScope.of(reader);
        return jdbc.sql("SELECT " + COLUMNS + " FROM standing_incident i WHERE " + CONDITIONS
                        + "ORDER BY i.since, i.incident_key LIMIT :atMost OFFSET :before")
                .params(asked(scope, wanted))
                .param("atMost", atMost)
                .param("before", before)
                .query((row, n) -> read(row, scope))
                .list();
    }

    /** The names of the regions in which something stands still, by their code. */
    public Map<String, String> regions(Colleague reader) {
        Map<String, String> regions = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT DISTINCT r.code, r.name FROM standing_incident i JOIN region r ON r.code = i.region_code WHERE "
                                + IncidentScope.SQL + "ORDER BY r.name")
                .params(IncidentScope.of(reader).parameters())
                .query(row -> {
                    regions.put(row.getString(1), row.getString(2));
                });
        return regions;
    }

    public int count(Colleague reader, Wanted wanted) {
        return jdbc.sql("SELECT COUNT(*) FROM standing_incident i WHERE " + CONDITIONS)
                .params(asked(IncidentScope.of(reader), wanted))
                .query(Integer.class)
                .single();
    }

    /** Those of subjects that the reader may see, e.g. {@code handover/12}; subjects without any are left out. */
    public Map<String, List<StandingIncident>> about(Collection<String> subjects) {
        record Row(String about, StandingIncident incident) {}
        if (subjects.isEmpty()) return Map.of();
        IncidentScope whoeverSeesThem = new IncidentScope(true, Set.of(), false, Set.of());
        return jdbc
                .sql("SELECT " + COLUMNS
                        + " FROM standing_incident i WHERE i.about IN (:subjects) ORDER BY i.since, i.incident_key")
                .param("subjects", subjects)
                .query((row, n) -> new Row(row.getString("about"), read(row, whoeverSeesThem)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::about, Collectors.mapping(Row::incident, Collectors.toList())));
    }

    /** How far what is kept follows the engine. */
    public Standing standing() {
        Instant now = clock.instant();
        return jdbc.sql("SELECT known_until FROM standing_incident_reading WHERE id = 1")
                .query((row, n) -> Standing.at(now, Utc.instant(row, "known_until"), null))
                .optional()
                .orElseGet(() -> Standing.at(now, null, null));
    }

    private static Map<String, Object> asked(IncidentScope scope, Wanted wanted) {
        Map<String, Object> asked = scope.parameters();
        asked.put("region", wanted.region());
        asked.put("cause", wanted.cause() == null ? null : wanted.cause().name());
        asked.put("what", wanted.what());
        asked.put("family", wanted.family());
        return asked;
    }

    private static IncidentGroup group(ResultSet row, IncidentScope scope) throws SQLException {
        StandingIncident incident = read(row, scope);
        return new IncidentGroup(
                incident.cause(),
                incident.causedBy(),
                row.getString("region_code"),
                row.getString("region_name"),
                row.getString("family"),
                row.getInt("number"),
                Utc.instant(row, "group_since"),
                List.of(incident));
    }

    private static StandingIncident read(ResultSet row, IncidentScope scope) throws SQLException {
        return new StandingIncident(
                row.getLong("incident_key"),
                row.getLong("process_instance_key"),
                IncidentCause.named(row.getString("cause")),
                row.getString("what"),
                Utc.instant(row, "since"),
                inWords(row, scope));
    }

    private static String inWords(ResultSet row, IncidentScope scope) throws SQLException {
        String about = row.getString("about");
        String crn = row.getString("crn");
        if (about == null) return "";
        if (crn != null) return scope.holdsCase(row.getString("region_code")) ? "CRN " + crn : "";
        String kind = about.substring(0, about.indexOf('/'));
        String id = about.substring(about.indexOf('/') + 1);
        if (SubjectsQuery.namesNobody(about)) return row.getString("words");
        return kind.equals("staff") ? id : Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + id;
    }
}
