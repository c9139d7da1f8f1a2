package uk.gov.justice.probation.devolution.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/** The codes that rows of a file may use. */
@Component
public class KnownCodes {
    private final JdbcClient jdbc;

    KnownCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> of(String table) {
        return query("SELECT code FROM " + table);
    }

    /** Delivery units by {@link #pdu}. */
    public Set<String> pdus() {
        return query("SELECT CONCAT(region_code, '/', name) FROM pdu");
    }

    public static String pdu(String regionCode, String name) {
        return regionCode + "/" + name;
    }

    /** The regions for which the colleague has one of the roles. Refuses anybody who has none of them anywhere. */
    public Set<String> regionsOf(Colleague colleague, Role... roles) {
        Set<String> regions = of("region");
        regions.removeIf(region -> Arrays.stream(roles).noneMatch(role -> colleague.holds(role, region)));
        if (regions.isEmpty()) {
            throw new NotAllowedException(
                    "Only a colleague with the role %s in a region can import this file. You are signed in as %s."
                            .formatted(
                                    Arrays.stream(roles).map(Role::word).collect(Collectors.joining(" or ")),
                                    colleague.userName()));
        }
        return regions;
    }

    /** Whether the colleague can send files of this kind, for one region or another. */
    public boolean mayBring(Colleague colleague, StagedImport kind) {
        return colleague.isServiceOwner()
                || of("region").stream()
                        .anyMatch(region -> kind.importers().stream().anyMatch(role -> colleague.holds(role, region)));
    }

    private Set<String> query(String sql) {
        return new HashSet<>(jdbc.sql(sql).query(String.class).list());
    }
}
