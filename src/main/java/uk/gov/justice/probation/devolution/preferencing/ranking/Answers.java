package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer.Kind;

/** Everything that people asked for. */
@Service
public class Answers {
  private static final String SELECT = """
      SELECT a.id, a.member_id, a.kind, a.long_journey_agreed, a.contacted_on, a.given_by, a.given_at, c.option_id
      FROM preference_answer a LEFT JOIN preference_choice c ON c.answer_id = a.id
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  Answers(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** Each person's last answer, by member id. */
  public Map<Long, Answer> latest(long consultationId) {
    Map<Long, Answer> latest = new LinkedHashMap<>();
    jdbc.sql(SELECT + """
            JOIN (SELECT MAX(x.id) AS id FROM preference_answer x JOIN cohort_member m ON m.id = x.member_id WHERE m.consultation_id = ? GROUP BY x.member_id) last ON last.id = a.id
            ORDER BY a.id, c.choice_rank
            """)
        .param(consultationId).query(Answers::answers).forEach(answer -> latest.put(answer.memberId(), answer));
    return latest;
  }

  /** Everything a person answered, the last first. */
  public List<Answer> of(long memberId) {
    return jdbc.sql(SELECT + "WHERE a.member_id = ? ORDER BY a.id DESC, c.choice_rank").param(memberId).query(Answers::answers);
  }

  public Optional<Answer> last(long memberId) {
    return of(memberId).stream().findFirst();
  }

  boolean isRecorded(long taskInstance) {
    return jdbc.sql("SELECT COUNT(*) FROM preference_answer WHERE task_instance = ?").param(taskInstance).query(Integer.class).single() > 0;
  }

  /** @param taskInstance the user task it was given in; null for one given on a page */
  @Transactional(propagation = Propagation.MANDATORY)
  public long record(long memberId, Kind kind, List<Long> choices, boolean longJourneyAgreed, LocalDate contactedOn, String by, Long taskInstance) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
            INSERT INTO preference_answer (member_id, kind, long_journey_agreed, contacted_on, given_by, given_at, task_instance)
            VALUES (:member, :kind, :agreed, :contacted, :by, :now, :task)
            """)
        .param("member", memberId).param("kind", kind.name()).param("agreed", longJourneyAgreed).param("contacted", contactedOn).param("by", by)
        .param("now", Utc.of(clock.instant())).param("task", taskInstance)
        .update(key);
    long id = key.getKey().longValue();
    List<Object[]> rows = new ArrayList<>();
    for (Long option : choices) rows.add(new Object[] {id, rows.size() + 1, option});
    if (!rows.isEmpty()) batches.batchUpdate("INSERT INTO preference_choice (answer_id, choice_rank, option_id) VALUES (?, ?, ?)", rows);
    return id;
  }

  private static List<Answer> answers(ResultSet rows) throws SQLException {
    Map<Long, List<Long>> choices = new LinkedHashMap<>();
    Map<Long, Answer> heads = new LinkedHashMap<>();
    while (rows.next()) {
      long id = rows.getLong("id");
      if (!heads.containsKey(id)) {
        heads.put(id, new Answer(
            id, rows.getLong("member_id"), Kind.valueOf(rows.getString("kind")), List.of(), rows.getBoolean("long_journey_agreed"),
            rows.getObject("contacted_on", LocalDate.class), rows.getString("given_by"), Utc.instant(rows, "given_at")));
        choices.put(id, new ArrayList<>());
      }
      Long option = rows.getObject("option_id", Long.class);
      if (option != null) choices.get(id).add(option);
    }
    return heads.values().stream().map(head -> new Answer(
        head.id(), head.memberId(), head.kind(), choices.get(head.id()), head.longJourneyAgreed(), head.contactedOn(), head.givenBy(), head.givenAt())).toList();
  }
}
