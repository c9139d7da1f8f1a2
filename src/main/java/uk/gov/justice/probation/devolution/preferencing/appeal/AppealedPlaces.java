package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;

/**
 * What an appeal is about: the place the person had, the one found for them, what they had asked for, and why they got
 * what they got.
 */
@Component
class AppealedPlaces {

    /** See {@link AppealFile}. */
    record About(String placeThen, String placeFound, List<Choice> choices, List<String> explanation) {}

    private final Options options;
    private final Placements placements;
    private final Answers answers;
    private final Explanations explanations;

    AppealedPlaces(Options options, Placements placements, Answers answers, Explanations explanations) {
        this.options = options;
        this.placements = placements;
        this.answers = answers;
        this.explanations = explanations;
    }

    About of(Appeal appeal) {
        Map<Long, Option> offered = options.all(appeal.consultationId()).stream()
                .collect(Collectors.toMap(Option::id, Function.identity()));
        Map<Long, Integer> free = placements.freePlaces(appeal.consultationId());
        List<Choice> choices = answers.last(appeal.memberId()).map(Answer::choices).orElse(List.of()).stream()
                .map(offered::get)
                .map(option ->
                        new Choice(option.name(), option.places(), Math.max(0, free.getOrDefault(option.id(), 0))))
                .toList();
        return new About(
                name(offered, appeal.fromOptionId()),
                name(offered, appeal.optionId()),
                choices,
                explanations.of(appeal.memberId()));
    }

    private static String name(Map<Long, Option> offered, Long option) {
        return option == null ? null : offered.get(option).name();
    }
}
