package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingByHand.Region;

/** The regions that a form can name. */
@Component
class RegionsQuery {
  private final JdbcClient jdbc;

  RegionsQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Region> find(String code) {
    return jdbc.sql("SELECT code, name FROM region WHERE code = ?").param(code).query(Region.class).optional();
  }
}
