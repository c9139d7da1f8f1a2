package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published.LeftOver;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published.Part;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.fairness.Fairness;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Posts;
import uk.gov.justice.probation.devolution.suppression.Merging;
import uk.gov.justice.probation.devolution.suppression.Suppression;

/**
 * The results of location preferencing, counted from the places people have now. All zero until the panel has confirmed
 * them.
 */
@Service
class OutcomeFigures implements PreferencingFigures {
    private static final List<String> HEARD = List.of("upheld", "partly upheld", "not upheld");

    private final Cohorts cohorts;
    private final Options options;
    private final Posts posts;
    private final Placements placements;
    private final Answers answers;
    private final ResultQuery results;
    private final Fairness fairness;

    OutcomeFigures(
            Cohorts cohorts,
            Options options,
            Posts posts,
            Placements placements,
            Answers answers,
            ResultQuery results,
            Fairness fairness) {
        this.cohorts = cohorts;
        this.options = options;
        this.posts = posts;
        this.placements = placements;
        this.answers = answers;
        this.results = results;
        this.fairness = fairness;
    }

    @Override
    @Transactional(readOnly = true)
    public Published published(long consultationId) {
        List<Option> published = options.all(consultationId);
        List<Placement> placed = placements.ofConsultation(consultationId);
        Standing standing = standing(consultationId, placed, answers.latest(consultationId));
        int people = standing.places().size();
        List<Integer> got = new ArrayList<>(Collections.nCopies(Outcome.values().length, 0));
        standing.places().forEach((member, place) -> {
            int outcome = Outcome.of(place, standing.isRanked(member), standing.rank(member))
                    .ordinal();
            got.set(outcome, got.get(outcome) + 1);
        });
        ResultQuery.Counts counts = results.of(consultationId);
        List<Integer> heard =
                List.of(counts.upheld(), counts.partly(), counts.appeals() - counts.upheld() - counts.partly());
        return new Published(
                published.stream().mapToInt(Option::places).sum(),
                posts.leavingSomething(consultationId, published).stream()
                        .map(left -> new LeftOver(left.siteName(), left.roleName(), left.leftOverInWords()))
                        .toList(),
                parts(
                        fairness.totals(consultationId, got),
                        got,
                        Stream.of(Outcome.values()).map(Outcome::title).toList()),
                Suppression.part(counts.movedByPanel(), people).orElse(null),
                counts.appeals() < Suppression.FEWEST ? null : counts.appeals(),
                parts(Suppression.totals(heard), heard, HEARD),
                Suppression.part(started(placed), people).orElse(null));
    }

    private static List<Part> parts(Merging merging, List<Integer> counts, List<String> names) {
        return merging.parts().stream()
                .map(part -> new Part(
                        part.stream().map(names::get).collect(Collectors.joining(" or ")),
                        part.stream().mapToInt(counts::get).sum()))
                .filter(part -> part.people() >= Suppression.FEWEST)
                .toList();
    }

    private Standing standing(long consultationId, List<Placement> placed, Map<Long, Answer> latest) {
        Map<Long, Long> places = new HashMap<>();
        cohorts.active(consultationId).forEach(member -> places.put(member.id(), null));
        placed.forEach(placement -> places.put(placement.memberId(), placement.optionId()));
        return new Standing(places, latest, longest -> null);
    }

    private static int started(List<Placement> placed) {
        return (int)
                placed.stream().filter(placement -> placement.movedAt() != null).count();
    }
}
