package uk.gov.justice.probation.devolution.allocation;

import java.util.Objects;

/**
 * Whether a person may be given an option.
 *
 * @param allowed whether no hard rule forbids it
 * @param why the code of the rule that forbids it ({@code MOBILITY}, {@code ADJUSTMENT}, {@code HOST_REGION},
 *     {@code ROLE}, {@code UNKNOWN_JOURNEY}), empty if it is allowed
 */
public record Verdict(boolean allowed, String why) {
    /** The code for an option that is not for somebody of this role; also what an option without a verdict means. */
    public static final String ROLE = "ROLE";

    private static final Verdict YES = new Verdict(true, "");

    public Verdict {
        Objects.requireNonNull(why, "A verdict says why, or nothing where the option is allowed.");
        if (allowed != why.isEmpty())
            throw new IllegalArgumentException(
                    "A verdict names a rule where the option is not allowed, and only there: allowed %s, why '%s'."
                            .formatted(allowed, why));
    }

    public static Verdict yes() {
        return YES;
    }

    public static Verdict no(String why) {
        return new Verdict(false, why);
    }
}
