package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Locale;
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

/** Imports regions. Their task groups exist from then on, so only the PSC Service Owner may. */
@Component
class RegionImport implements StagedImport {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}");
    private static final Pattern PROVIDER = Pattern.compile("[A-Z0-9]{3}");
    private static final String DIFFERS = Contradictions.differs("s", "t", "name", "short_name", "provider_code");

    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    RegionImport(Contradictions contradictions, JdbcClient jdbc) {
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "regions";
    }

    @Override
    public String purpose() {
        return "The probation regions. The task groups of a new region exist from then on.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column(
                        "regionCode",
                        "2 to 8 capital letters; it names the region and, in small letters, its task groups",
                        "ZZ"),
                new Column("name", "at most 60 characters", "Example Region"),
                new Column("shortName", "at most 10 characters", "Example"),
                new Column(
                        "providerCode",
                        "the code of the region's provider in nDelius: 3 capital letters and digits",
                        "N99"));
    }

    @Override
    public String table() {
        return "staged_region";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "code VARCHAR(8)",
                "name VARCHAR(60)",
                "short_name VARCHAR(10)",
                "provider_code VARCHAR(3)",
                "KEY (code)",
                "KEY (provider_code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var codes = new DistinctKeys("regionCode");
        var providers = new DistinctKeys("providerCode");
        var names = new DistinctKeys("name");
        var shortNames = new DistinctKeys("shortName");
        return row -> {
            String code = row.required("regionCode").matching(CODE, "must be 2 to 8 capital letters");
            String provider = row.required("providerCode")
                    .matching(PROVIDER, "must be 3 capital letters and digits, such as N51");
            codes.add(row, code);
            providers.add(row, provider);
            String name = row.required("name").text(60);
            String shortName = row.required("shortName").text(10);
            names.add(row, alike(name));
            shortNames.add(row, alike(shortName));
            return new Object[] {code, name, shortName, provider};
        };
    }

    private static String alike(String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(
                badRows,
                "providerCode",
                "is the provider of region %s",
                "SELECT s.line, s.provider_code, t.code FROM staged_region s JOIN region t ON t.provider_code = s.provider_code WHERE t.code <> s.code",
                Map.of());
        for (String name : List.of("name", "short_name"))
            contradictions.report(
                    badRows,
                    name.equals("name") ? "name" : "shortName",
                    "is what region %s is called: nobody could tell them apart",
                    "SELECT s.line, s.%1$s, t.code FROM staged_region s JOIN region t ON LOWER(t.%1$s) = LOWER(s.%1$s) WHERE t.code <> s.code"
                            .formatted(name),
                    Map.of());
        contradictions.report(
                badRows,
                "regionCode",
                "is what the task groups of the unit %s are called",
                "SELECT s.line, s.code, t.code FROM staged_region s JOIN unit t ON t.slug = LOWER(s.code) WHERE t.kind <> 'REGION'",
                Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("SELECT COUNT(*) FROM staged_region s JOIN region t ON t.code = s.code WHERE " + DIFFERS)
                .query(Integer.class)
                .single();
        jdbc.sql("""
        UPDATE region t JOIN staged_region s ON s.code = t.code
        SET t.name = s.name, t.short_name = s.short_name, t.provider_code = s.provider_code
        """).update();
        int added = jdbc.sql("""
        INSERT INTO region (code, name, short_name, provider_code)
        SELECT s.code, s.name, s.short_name, s.provider_code
        FROM staged_region s LEFT JOIN region t ON t.code = s.code WHERE t.code IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
