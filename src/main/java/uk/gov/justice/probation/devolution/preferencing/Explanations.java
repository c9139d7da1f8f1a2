package uk.gov.justice.probation.devolution.preferencing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  /** Sentences in the order they are to be read; none before the allocation. */
  public List<String> of(long memberId) {
    return jdbc.sql("""
            SELECT s.reasons FROM allocation_result s JOIN allocation_run r ON r.id = s.run_id AND r.official_mark = 1 WHERE s.member_id = ?
            """)
        .param(memberId).query(String.class).optional().map(this::sentences).orElse(List.of());
  }

  List<String> sentences(String stored) {
    try {
      return json.readValue(stored, SENTENCES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored reasons that cannot be read", e);
    }
  }
}
