package uk.gov.justice.probation.devolution.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The cases as their files say, for the families that work on them. */
@Service
public class Cases {
  private static final String SELECT = """
      SELECT c.id, c.crn, c.event_number, c.region_code, LOWER(c.region_code) AS slug, r.name AS region_name, c.pdu_name, c.team_code, c.practitioner_staff_number,
        c.order_type_code, c.start_date, c.expected_end_date, c.standalone_upw, c.rosh_level, c.tier, c.mappa_level,
        EXISTS (SELECT 1 FROM limited_person l WHERE l.crn = c.crn) AS limited_access, c.ended_on
      FROM probation_case c JOIN region r ON r.code = c.region_code
      """;

  private final JdbcClient jdbc;

  Cases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<ProbationCase> find(String crn, int eventNumber) {
    return jdbc.sql(SELECT + "WHERE c.crn = ? AND c.event_number = ?").params(crn, eventNumber).query(Cases::read).optional();
  }

  /** @throws NotFound with a sentence where there is none */
  public ProbationCase get(long id) {
    return one(id, "");
  }

  /** As {@link #get}, and nobody else changes the case until the transaction ends. */
  public ProbationCase lock(long id) {
    jdbc.sql("SELECT id FROM probation_case WHERE id = ? FOR UPDATE").param(id).query(Long.class).optional();
    return one(id, " FOR UPDATE");
  }

  /** As {@link #lock}, with every event of the person: what is decided for the person is decided by one at a time. */
  public ProbationCase lockPerson(long id) {
    List<Long> events = jdbc.sql("SELECT e.id FROM probation_case c JOIN probation_case e ON e.crn = c.crn WHERE c.id = ? ORDER BY e.id").param(id).query(Long.class).list();
    events.forEach(event -> jdbc.sql("SELECT id FROM probation_case WHERE id = ? FOR UPDATE").param(event).query(Long.class).optional());
    return one(id, " FOR UPDATE");
  }

  /** Every event of a person, by number. */
  public List<ProbationCase> events(String crn) {
    return jdbc.sql(SELECT + "WHERE c.crn = ? ORDER BY c.event_number").param(crn).query(Cases::read).list();
  }

  /** These cases, by their ids. */
  public Map<Long, ProbationCase> all(Collection<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    return jdbc.sql(SELECT + "WHERE c.id IN (:ids)").param("ids", ids).query(Cases::read).stream().collect(Collectors.toMap(ProbationCase::id, Function.identity()));
  }

  private ProbationCase one(long id, String lock) {
    return jdbc.sql(SELECT + "WHERE c.id = ?" + lock).param(id).query(Cases::read).optional()
        .orElseThrow(() -> new NotFound("There is no case %d. Look for it by its CRN.".formatted(id)));
  }

  private static ProbationCase read(ResultSet row, int n) throws SQLException {
    return new ProbationCase(
        row.getLong("id"), row.getString("crn"), row.getInt("event_number"), row.getString("region_code"), row.getString("slug"), row.getString("region_name"),
        row.getString("pdu_name"), row.getString("team_code"), row.getString("practitioner_staff_number"), row.getString("order_type_code"),
        row.getObject("start_date", LocalDate.class), row.getObject("expected_end_date", LocalDate.class), row.getBoolean("standalone_upw"),
        row.getString("rosh_level"), row.getString("tier"), row.getString("mappa_level"), row.getBoolean("limited_access"),
        row.getObject("ended_on", LocalDate.class));
  }
}
