package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Why each person got what they got, in plain words and numbers, as the official allocation left it. Adjustments are never named in it. */
@Service
public class Explanations {
  private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Explanations(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Sentences in the order they are to be read, true of the place the person has now; none before the allocation. */
  public List<String> of(long memberId) {
    return jdbc.sql("""
            SELECT s.reasons, p.member_id IS NOT NULL AND NOT (p.option_id <=> s.option_id) AS changed, p.source, CONCAT(t.name, ' – ', o.role_name) AS place
            FROM allocation_result s JOIN allocation_run r ON r.id = s.run_id AND r.official_mark = 1
              LEFT JOIN placement p ON p.member_id = s.member_id
              LEFT JOIN (SELECT q.id, q.site_code, c.name AS role_name FROM preference_option q JOIN role c ON c.code = q.role_code) o ON o.id = p.option_id
              LEFT JOIN site t ON t.code = o.site_code
            WHERE s.member_id = ?
            """)
        .param(memberId)
        .query((row, n) -> {
          List<String> found = sentences(row.getString("reasons"));
          return row.getBoolean("changed") ? changed(found, Placement.Source.valueOf(row.getString("source")), row.getString("place")) : found;
        })
        .optional().orElse(List.of());
  }

  private static List<String> changed(List<String> found, Placement.Source by, String place) {
    List<String> told = new ArrayList<>(found);
    if (!told.isEmpty()) told.set(0, "The allocation first said: “%s”".formatted(told.getFirst()));
    String given = place == null ? "no place yet" : place;
    told.add(by == Placement.Source.APPEAL ? "After an appeal you have this place instead: %s.".formatted(given) : "The panel looked at the result and gave you %s instead.".formatted(given));
    return told;
  }

  List<String> sentences(String stored) {
    try {
      return json.readValue(stored, SENTENCES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored reasons that cannot be read", e);
    }
  }
}
