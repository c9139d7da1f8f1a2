package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Imports the tiers a case can have, and how many points of a practitioner's workload it has in each. */
@Component
class TierImport implements StagedImport {
    private static final Pattern TIER = Pattern.compile("[A-Z][0-9]");
    private static final Set<String> KINDS = Set.of("COMMUNITY", "LICENCE", "CUSTODY");
    private static final int MOST_POINTS = 1_000;

    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    TierImport(Contradictions contradictions, JdbcClient jdbc) {
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "tiers";
    }

    @Override
    public String purpose() {
        return "The tiers of cases, and the points that a case adds to the workload of its practitioner.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("tier", "a capital letter for protect and a digit for change", "B2"),
                new Column(
                        "kind",
                        "COMMUNITY, LICENCE or CUSTODY; one row for each tier and kind, and a new tier has all three",
                        "COMMUNITY"),
                new Column("points", "a whole number from 0 to 1000", "115"));
    }

    @Override
    public String table() {
        return "staged_tier";
    }

    @Override
    public List<String> definition() {
        return List.of("tier VARCHAR(2)", "kind VARCHAR(10)", "points INT", "KEY (tier, kind)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var keys = new DistinctKeys("kind");
        return row -> {
            String tier = row.required("tier").matching(TIER, "must be a capital letter and a digit, such as B2");
            String kind = row.required("kind").in(KINDS, "must be COMMUNITY, LICENCE or CUSTODY");
            if (tier != null && kind != null) keys.add(row, tier + "/" + kind);
            return new Object[] {tier, kind, row.required("points").integer(0, MOST_POINTS)};
        };
    }

    /** A case of a tier without its points would not count in anybody's workload. */
    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(
                badRows,
                "tier",
                "is new and has points for %s of three kinds: name COMMUNITY, LICENCE and CUSTODY",
                """
            SELECT MIN(s.line), s.tier, COUNT(DISTINCT s.kind) FROM staged_tier s LEFT JOIN workload_points t ON t.tier = s.tier
            WHERE t.tier IS NULL AND s.tier IS NOT NULL GROUP BY s.tier HAVING COUNT(DISTINCT s.kind) < 3
            """,
                Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql(
                        "SELECT COUNT(*) FROM staged_tier s JOIN workload_points t ON t.tier = s.tier AND t.kind = s.kind WHERE t.points <> s.points")
                .query(Integer.class)
                .single();
        jdbc.sql(
                        "UPDATE workload_points t JOIN staged_tier s ON s.tier = t.tier AND s.kind = t.kind SET t.points = s.points")
                .update();
        int added = jdbc.sql("""
        INSERT INTO workload_points (tier, kind, points) SELECT s.tier, s.kind, s.points
        FROM staged_tier s LEFT JOIN workload_points t ON t.tier = s.tier AND t.kind = s.kind WHERE t.tier IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
