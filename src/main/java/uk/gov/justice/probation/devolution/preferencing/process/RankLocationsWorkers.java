package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople.Asked;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Offer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Ranking;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;

/** The automated steps of {@code rank-locations} in which the person is asked. */
@Component
public class RankLocationsWorkers {
    /** How many choices the form has room for. */
    private static final int ON_THE_FORM = 5;

    private final Consultations consultations;
    private final AskingPeople asking;
    private final Rankings rankings;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final PreferencingLinks links;
    private final Moments moments;
    private final PreferencingSettings settings;

    RankLocationsWorkers(
            Consultations consultations,
            AskingPeople asking,
            Rankings rankings,
            ExpectedCalls calls,
            TaskAnswers answers,
            PreferencingLinks links,
            Moments moments,
            PreferencingSettings settings) {
        this.consultations = consultations;
        this.asking = asking;
        this.rankings = rankings;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.moments = moments;
        this.settings = settings;
    }

    /**
     * Kept for rankings started under an earlier release. The steps of people who join are already expected (ADR 0065).
     */
    @JobWorker(type = "preferencing.expectRanking")
    public void expectRanking() {}

    record Selectable(String value, String label) {}

    record RankingPrepared(
            boolean proceed,
            String title,
            String regionName,
            List<String> personUsers,
            List<Selectable> options,
            String optionsText,
            int maxChoices,
            int mostChoices,
            String aimText,
            String closesAt,
            String closesText,
            String stopsAskingAt,
            String firstReminderAt,
            String secondReminderAt,
            String rankingUrl,
            String circumstancesUrl,
            boolean journeyUnknown) {}

    @JobWorker(type = "preferencing.prepareRanking")
    public RankingPrepared prepareRanking(@Variable long memberId, ActivatedJob job) {
        calls.claim("rank-locations", memberId, job.getProcessInstanceKey(), consultations.processOf(memberId));
        Asked asked = asking.prepare(memberId, job.getProcessInstanceKey());
        Choice choice = asked.choice();
        List<Offer> offers = asked.needed() ? choice.offers() : List.of();
        return new RankingPrepared(
                asked.needed(),
                choice.consultation().title(),
                choice.consultation().regionName(),
                List.of(choice.person().userName()),
                offers.stream().map(RankLocationsWorkers::selectable).toList(),
                table(offers),
                Math.min(ON_THE_FORM, choice.mostChoices()),
                choice.mostChoices(),
                aim(choice),
                moments.at(asked.closesAt()),
                moments.dayOf(asked.closesAt()),
                moments.at(asked.closesAt().plus(settings.stillTaken())),
                moments.startOf(asked.firstReminderOn()),
                moments.startOf(asked.secondReminderOn()),
                links.ranking(memberId),
                links.circumstances(memberId),
                asked.needed() && choice.journeyUnknown());
    }

    private static String aim(Choice choice) {
        String most = choice.mostChoices() > ON_THE_FORM
                ? " You can rank %d places: the first %d here, or all of them on our page."
                        .formatted(choice.mostChoices(), ON_THE_FORM)
                : "";
        return choice.consultation().advice() + most;
    }

    record RankingAnswer(
            String choice1,
            String choice2,
            String choice3,
            String choice4,
            String choice5,
            LongJourneys longJourneyAgreed) {
        Ranking ranking() {
            return RankLocationsWorkers.ranking(longJourneyAgreed, choice1, choice2, choice3, choice4, choice5);
        }
    }

    @JobWorker(
            type = "preferencing.recordRanking",
            fetchVariables = {"memberId", "choice1", "choice2", "choice3", "choice4", "choice5", "longJourneyAgreed"})
    public Map<String, Object> recordRanking(ActivatedJob listener) {
        return answers.keep(
                listener,
                "rankingRefused",
                RankingAnswer.class,
                (task, answer) -> rankings.record(task.id("memberId"), answer.ranking(), task.answer()));
    }

    static Ranking ranking(LongJourneys longJourneyAgreed, String... choices) {
        List<Long> ranked = Stream.of(choices)
                .filter(Objects::nonNull)
                .filter(choice -> !choice.isBlank())
                .map(RankLocationsWorkers::option)
                .toList();
        return new Ranking(ranked, longJourneyAgreed == null ? Set.of() : longJourneyAgreed.among(ranked));
    }

    /** Anything that is not a number cannot be an option; it is refused like an option that is not offered. */
    private static Long option(String choice) {
        return choice.matches("\\d{1,18}") ? Long.valueOf(choice) : 0L;
    }

    private static Selectable selectable(Offer offer) {
        return new Selectable(
                Long.toString(offer.option().id()),
                "%s (%s)".formatted(offer.option().name(), places(offer)));
    }

    /**
     * A Markdown table of the site, the role with its hours (if there are several), the number of places, and what
     * would be new. The distance from home is shown only on our page.
     */
    private static String table(List<Offer> offers) {
        if (offers.isEmpty()) return "Nothing is offered to your role.";
        boolean oneRole =
                offers.stream().map(offer -> offer.option().post()).distinct().count() == 1
                        && !offers.getFirst().option().hours().areSaid();
        String head = oneRole
                ? "| Site | Places | New to you |\n|---|---|---|\n"
                : "| Site | Role | Places | New to you |\n|---|---|---|---|\n";
        return offers.stream()
                .map(offer -> row(offer, oneRole))
                .collect(Collectors.joining("\n", head, otherHours(offers)));
    }

    private static String otherHours(List<Offer> offers) {
        return offers.stream().anyMatch(Offer::otherHours)
                ? "\n\nSome of these places have other hours than your contract. You can rank them, but the hours of your contract change only if you agree."
                : "";
    }

    private static String row(Offer offer, boolean oneRole) {
        String where = oneRole
                ? offer.option().siteName()
                : offer.option().siteName() + " | " + offer.option().post();
        return "| %s | %d | %s |".formatted(where, offer.option().places(), newTasks(offer));
    }

    private static String newTasks(Offer offer) {
        return offer.newTasks().isEmpty() ? "Nothing" : String.join(", ", offer.newTasks());
    }

    private static String places(Offer offer) {
        return offer.option().places() == 1 ? "1 place" : offer.option().places() + " places";
    }
}
