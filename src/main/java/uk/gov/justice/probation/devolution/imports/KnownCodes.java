package uk.gov.justice.probation.devolution.imports;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.Colleague;

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

  /** The regions for which the colleague holds the role. */
  public Set<String> regionsOf(Colleague colleague, String role) {
    Set<String> regions = of("region");
    regions.removeIf(region -> !colleague.holds(role, region));
    return regions;
  }

  private Set<String> query(String sql) {
    return new HashSet<>(jdbc.sql(sql).query(String.class).list());
  }
}
