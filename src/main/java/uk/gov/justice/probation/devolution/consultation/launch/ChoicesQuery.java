package uk.gov.justice.probation.devolution.consultation.launch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.workforce.Regions;

/** The regions, units, sites and grades to choose from when launching a consultation. */
@Component
public class ChoicesQuery {
    private final Regions regions;
    private final JdbcClient jdbc;

    ChoicesQuery(Regions regions, JdbcClient jdbc) {
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** The regions of the programme. */
    public List<CodeAndName> regions() {
        return named("SELECT code, name FROM region WHERE code IN (SELECT region_code FROM pdu) ORDER BY name");
    }

    /** The units whose staff can be consulted. */
    public List<CodeAndName> units() {
        return named("SELECT code, name FROM unit WHERE kind <> 'REGION' ORDER BY kind DESC, name");
    }

    public List<CodeAndName> grades() {
        return named("SELECT code, name FROM grade ORDER BY name");
    }

    /** The sites of a region, and those elsewhere at which somebody of its staff is based. */
    public List<CodeAndName> sites(String regionCode) {
        return jdbc.sql("""
            SELECT code, name FROM site
            WHERE region_code = :region OR code IN (SELECT site_code FROM workforce_staff_view WHERE region_code = :region) ORDER BY name, code
            """)
                .param("region", regionCode)
                .query(CodeAndName.class)
                .list();
    }

    /** The names of sites, wherever they are. */
    public Map<String, String> siteNames(Collection<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return jdbc
                .sql("SELECT code, name FROM site WHERE code IN (:codes)")
                .param("codes", codes)
                .query(CodeAndName.class)
                .list()
                .stream()
                .collect(Collectors.toMap(CodeAndName::code, CodeAndName::name));
    }

    Set<String> siteCodes(String regionCode) {
        return sites(regionCode).stream().map(CodeAndName::code).collect(Collectors.toSet());
    }

    boolean isRegion(String code) {
        return code != null
                && jdbc.sql("SELECT COUNT(*) FROM pdu WHERE region_code = ?")
                                .param(code)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    boolean isGrade(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM grade WHERE code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The name of a region; the code itself if it is unknown. */
    public String regionName(String code) {
        return regions.name(code);
    }

    /** Empty if it is not a unit whose staff can be consulted. */
    Optional<String> unitName(String code) {
        return jdbc.sql("SELECT name FROM unit WHERE code = ? AND kind <> 'REGION'")
                .param(code)
                .query(String.class)
                .optional();
    }

    private List<CodeAndName> named(String sql) {
        return jdbc.sql(sql).query(CodeAndName.class).list();
    }
}
