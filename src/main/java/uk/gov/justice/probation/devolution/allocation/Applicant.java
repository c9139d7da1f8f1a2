package uk.gov.justice.probation.devolution.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One person to be placed.
 *
 * @param person an opaque id
 * @param number what the lottery hashes
 * @param ranked the options they asked for, best first, each once; empty if they asked for none
 * @param verdicts for every option that somebody of their role could take, ranked or not, whether they may be given it;
 *     an option without a verdict is not for them ({@link Verdict#ROLE}). People with the same verdicts should share
 *     one unmodifiable map: it is then read once.
 */
public record Applicant(String person, String number, List<String> ranked, Map<String, Verdict> verdicts) {
    /** Somebody whose id is also their number in the lottery. */
    public Applicant(String person, List<String> ranked, Map<String, Verdict> verdicts) {
        this(person, person, ranked, verdicts);
    }

    public Applicant {
        Objects.requireNonNull(person, "An applicant needs an id.");
        Objects.requireNonNull(number, "An applicant needs a number.");
        ranked = List.copyOf(ranked);
        verdicts = Map.copyOf(verdicts);
        var seen = new HashSet<String>();
        for (String option : ranked) {
            if (!seen.add(option))
                throw new IllegalArgumentException(
                        "Person %s ranked option %s more than once. Rank each option once.".formatted(person, option));
        }
    }

    /** Whether no rule keeps the option from them. */
    public boolean mayHave(String option) {
        return verdict(option).allowed();
    }

    Verdict verdict(String option) {
        return verdicts.getOrDefault(option, NOT_FOR_THEM);
    }

    private static final Verdict NOT_FOR_THEM = Verdict.no(Verdict.ROLE);
}
