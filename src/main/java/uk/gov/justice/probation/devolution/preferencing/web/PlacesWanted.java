package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Offer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Openness;

/**
 * Which of the offered places a person wants to see, and in which order. It stands in the address and changes no
 * answer.
 *
 * @param site a site's code; all if it is empty
 * @param role a role's code; all if it is empty
 */
public record PlacesWanted(String site, String role, Within within, Sort sort) {

    /** How long the journey may be. */
    public enum Within {
        ANY("Any journey", (offer, limit) -> true),
        LIMIT("Within the limit", (offer, limit) -> offer.openness() == Openness.OPEN),
        HALF_THE_LIMIT(
                "Up to half the limit",
                (offer, limit) -> offer.journey().known() && 2 * offer.journey().minutes() <= limit),
        OVER("Over the limit", (offer, limit) -> offer.openness() == Openness.LONG_JOURNEY);

        private final String title;
        private final BiPredicate<Offer, Integer> shown;

        Within(String title, BiPredicate<Offer, Integer> shown) {
            this.title = title;
            this.shown = shown;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address; whatever else is typed there is any. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Within of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElse(ANY);
        }
    }

    /** In which order places are shown. */
    public enum Sort {
        JOURNEY(
                "Shortest journey first",
                Comparator.comparing(
                        offer -> offer.journey().minutes(), Comparator.nullsLast(Comparator.naturalOrder()))),
        SITE("Site", Comparator.comparing(offer -> offer.option().name())),
        PLACES(
                "Most places first",
                Comparator.comparing((Offer offer) -> offer.option().places()).reversed());

        private final String title;
        private final Comparator<Offer> order;

        Sort(String title, Comparator<Offer> order) {
            this.title = title;
            this.order = order;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address; whatever else is typed there is by journey. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sort of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElse(JOURNEY);
        }
    }

    static final PlacesWanted ALL = new PlacesWanted("", "", Within.ANY, Sort.JOURNEY);

    static PlacesWanted of(String site, String role, String within, String sort) {
        return new PlacesWanted(site, role, Within.of(within), Sort.of(sort));
    }

    /** Places that are equal in the order stay as they were. */
    List<Offer> of(Choice choice) {
        return choice.offers().stream()
                .filter(offer -> site.isEmpty() || site.equals(offer.option().siteCode()))
                .filter(offer -> role.isEmpty() || role.equals(offer.option().roleCode()))
                .filter(offer -> within.shown.test(offer, choice.consultation().mobilityLimitMinutes()))
                .sorted(sort.order)
                .toList();
    }

    public boolean isNarrowed() {
        return !site.isEmpty() || !role.isEmpty() || within != Within.ANY;
    }
}
