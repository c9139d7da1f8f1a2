package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Score;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;

/**
 * The results of location preferencing, counted from the places people have now. All zero until the panel has confirmed
 * them.
 */
@Service
class OutcomeFigures implements PreferencingFigures {
    private final Cohorts cohorts;
    private final Options options;
    private final Placements placements;
    private final Answers answers;
    private final ResultQuery results;

    OutcomeFigures(Cohorts cohorts, Options options, Placements placements, Answers answers, ResultQuery results) {
        this.cohorts = cohorts;
        this.options = options;
        this.placements = placements;
        this.answers = answers;
        this.results = results;
    }

    @Override
    @Transactional(readOnly = true)
    public Figures figures(long consultationId) {
        Map<Long, Long> places = new HashMap<>();
        cohorts.active(consultationId).forEach(member -> places.put(member.id(), null));
        List<Placement> placed = placements.ofConsultation(consultationId);
        placed.forEach(placement -> places.put(placement.memberId(), placement.optionId()));
        Map<Long, Answer> latest = answers.latest(consultationId);
        latest.keySet().retainAll(places.keySet());
        int unavailable = (int) latest.values().stream()
                .filter(answer -> answer.kind() == Answer.Kind.UNAVAILABLE)
                .count();
        Standing standing = new Standing(places, latest, longest -> null);
        Score score = standing.score();
        ResultQuery.Counts counts = results.of(consultationId);
        return new Figures(
                options.all(consultationId).stream().mapToInt(Option::places).sum(),
                latest.size() - unavailable,
                unavailable,
                places.size() - score.unplaced(),
                score.unplaced(),
                (int) places.keySet().stream()
                        .filter(member -> standing.isRanked(member) && standing.rank(member) == 1)
                        .count(),
                places.keySet().stream()
                        .filter(standing::isRanked)
                        .mapToInt(standing::rank)
                        .max()
                        .orElse(0),
                counts.movedByPanel(),
                counts.appeals(),
                counts.upheld(),
                counts.partly(),
                (int) placed.stream()
                        .filter(placement -> placement.movedAt() != null)
                        .count());
    }
}
