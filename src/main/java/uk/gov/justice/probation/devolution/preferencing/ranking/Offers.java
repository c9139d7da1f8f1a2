package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Mobility;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.round.ContractedHours;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.workforce.Journey;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * What is offered to one person: the options of their role, what would be new to them there, how far each is, and
 * whether they can choose it.
 */
@Service
public class Offers {

    /** Whether a person can choose an option. */
    public enum Openness {
        OPEN("Open to you"),
        LONG_JOURNEY("Over the limit: open to you if you agree to the journey"),
        UNKNOWN_JOURNEY("We do not know your journey: tell us where you live first"),
        NOT_OPEN("Not open to you");

        private final String label;

        Openness(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One option as one person sees it.
     *
     * @param otherHours whether its hours are not those of their contract
     */
    public record Offer(Option option, List<String> newTasks, Journey journey, Openness openness, boolean otherHours) {}

    /** Why a ranking cannot be accepted: the form field concerned, and a sentence for the person. */
    public record Refusal(String field, String sentence) {}

    /**
     * A person with everything they can choose from.
     *
     * @param contractedHours for example "18.5 hours a week"
     */
    public record Choice(
            Consultations.Facts consultation,
            Member member,
            StaffMember person,
            String contractedHours,
            List<Offer> offers) {

        public boolean otherHours() {
            return offers.stream().anyMatch(Offer::otherHours);
        }

        public boolean journeyUnknown() {
            return offers.stream().anyMatch(offer -> offer.openness() == Openness.UNKNOWN_JOURNEY);
        }

        /** How many of these places their list may name. */
        public int mostChoices() {
            long possible = offers.stream()
                    .filter(offer -> offer.openness() != Openness.NOT_OPEN)
                    .count();
            return consultation.longestList((int) Math.max(1, possible));
        }

        /** Everything that is wrong with a ranking; empty if it can be accepted. */
        public List<Refusal> refusals(Ranking ranking) {
            Map<Long, Offer> byId = offers.stream()
                    .collect(Collectors.toMap(offer -> offer.option().id(), Function.identity()));
            List<Refusal> refusals = new ArrayList<>();
            if (ranking.choices().isEmpty()) refusals.add(new Refusal("choice1", "Choose at least one place."));
            if (ranking.choices().size() > mostChoices())
                refusals.add(new Refusal(
                        "choice1",
                        "This list names %d places. It can name up to %d."
                                .formatted(ranking.choices().size(), mostChoices())));
            Set<Long> seen = new HashSet<>();
            for (Long id : ranking.choices()) {
                String field = "choice" + (ranking.choices().indexOf(id) + 1);
                Offer offer = byId.get(id);
                if (offer == null)
                    refusals.add(
                            new Refusal(
                                    field,
                                    "One of your choices is not offered to your role in this consultation. Choose from the list."));
                else if (!seen.add(id))
                    refusals.add(new Refusal(
                            field,
                            "You have chosen %s more than once. Choose each place once."
                                    .formatted(offer.option().name())));
                else if (offer.openness() == Openness.LONG_JOURNEY
                        && !ranking.longJourneys().contains(id)) {
                    refusals.add(new Refusal(
                            "longJourney" + id,
                            "%s is more than %d minutes each way. Agree to the longer journey to this place, or choose another place."
                                    .formatted(offer.option().name(), consultation.mobilityLimitMinutes())));
                } else if (offer.openness() == Openness.UNKNOWN_JOURNEY) {
                    refusals.add(new Refusal(
                            field,
                            "We do not know how long the journey to %s takes. Tell us on the page of your choices where you live, then choose it."
                                    .formatted(offer.option().name())));
                } else if (offer.openness() == Openness.NOT_OPEN) {
                    refusals.add(new Refusal(
                            field,
                            "You cannot choose %s at present. Your line manager can tell you why. Choose another place."
                                    .formatted(offer.option().name())));
                }
            }
            return refusals;
        }
    }

    private final Consultations consultations;
    private final Cohorts cohorts;
    private final StaffDirectory staff;
    private final Options options;
    private final HardRules rules;
    private final TodaysTasks tasks;
    private final ContractedHours hours;

    Offers(
            Consultations consultations,
            Cohorts cohorts,
            StaffDirectory staff,
            Options options,
            HardRules rules,
            TodaysTasks tasks,
            ContractedHours hours) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.staff = staff;
        this.options = options;
        this.rules = rules;
        this.tasks = tasks;
        this.hours = hours;
    }

    /**
     * @throws NotFound if there is no such member
     * @throws uk.gov.justice.probation.devolution.consultation.BeforeIndividualStageException before the individual
     *     stage is open
     */
    @Transactional
    public Choice to(long memberId) {
        Member member = cohorts.get(memberId);
        Consultations.Facts consultation = consultations.mustBeIndividual(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        List<Option> offered = options.of(consultation.id(), person.grade());
        HardRules.Checked checked =
                rules.check(consultation.id(), List.of(person), offered, consultation.mobilityLimitMinutes());
        List<String> today = tasks.of(person.teamKind());
        List<Offer> offers = offered.stream()
                .map(option -> new Offer(
                        option,
                        option.newTasks(today),
                        checked.journey(person, option),
                        openness(checked, person, option),
                        hours.differ(option, person)))
                .toList();
        return new Choice(consultation, member, person, hours.inWords(person), offers);
    }

    private static Openness openness(HardRules.Checked checked, StaffMember person, Option option) {
        Verdict without = checked.verdict(person, option, false);
        if (without.allowed()) return Openness.OPEN;
        if (without.why().equals(HardRules.UNKNOWN_JOURNEY)) return Openness.UNKNOWN_JOURNEY;
        boolean withConsent = without.why().equals(HardRules.MOBILITY)
                && checked.mobility(person, option, true) == Mobility.OVER_LIMIT_WITH_CONSENT;
        return withConsent ? Openness.LONG_JOURNEY : Openness.NOT_OPEN;
    }
}
