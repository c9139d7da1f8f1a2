package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Score;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;

/** What location preferencing has come to, counted from the places people have now; zero throughout before the panel has confirmed them. */
@Service
class OutcomeFigures implements PreferencingFigures {
  private static final String MOVED_BY_PANEL = """
      SELECT COUNT(*) FROM panel_place p JOIN allocation_result s ON s.member_id = p.member_id JOIN allocation_run r ON r.id = s.run_id AND r.official_mark = 1
      WHERE p.consultation_id = ? AND NOT (p.option_id <=> s.option_id)
      """;

  private final Cohorts cohorts;
  private final Options options;
  private final Placements placements;
  private final Answers answers;
  private final JdbcClient jdbc;

  OutcomeFigures(Cohorts cohorts, Options options, Placements placements, Answers answers, JdbcClient jdbc) {
    this.cohorts = cohorts;
    this.options = options;
    this.placements = placements;
    this.answers = answers;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Figures figures(long consultationId) {
    Map<Long, Long> places = new HashMap<>();
    cohorts.active(consultationId).forEach(member -> places.put(member.id(), null));
    placements.ofConsultation(consultationId).forEach(placement -> places.put(placement.memberId(), placement.optionId()));
    Map<Long, Answer> latest = answers.latest(consultationId);
    latest.keySet().retainAll(places.keySet());
    int unavailable = (int) latest.values().stream().filter(answer -> answer.kind() == Answer.Kind.UNAVAILABLE).count();
    Standing standing = new Standing(places, latest);
    Score score = standing.score();
    return new Figures(
        options.all(consultationId).stream().mapToInt(Option::places).sum(), latest.size() - unavailable, unavailable, places.size() - score.unplaced(), score.unplaced(),
        (int) places.keySet().stream().filter(member -> standing.isRanked(member) && standing.rank(member) == 1).count(), score.worstRank(),
        count(MOVED_BY_PANEL, consultationId), count("SELECT COUNT(*) FROM appeal WHERE consultation_id = ?", consultationId),
        count("SELECT COUNT(*) FROM appeal WHERE consultation_id = ? AND outcome = 'UPHELD'", consultationId),
        count("SELECT COUNT(*) FROM appeal WHERE consultation_id = ? AND outcome = 'PARTLY'", consultationId),
        (int) placements.ofConsultation(consultationId).stream().filter(placement -> placement.movedAt() != null).count());
  }

  private int count(String sql, long consultationId) {
    return jdbc.sql(sql).param(consultationId).query(Integer.class).single();
  }
}
