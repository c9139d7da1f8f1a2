package uk.gov.justice.probation.devolution.allocation;

import java.util.Objects;

/**
 * Whether a person may be given an option.
 *
 * @param allowed whether no hard rule forbids it
 * @param why the code of the rule that forbids it ({@code MOBILITY}, {@code ADJUSTMENT}, {@code HOST_REGION},
 *     {@code ROLE}, {@code UNKNOWN_JOURNEY}); if it is allowed, empty or {@link #CONSENT}
 */
public record Verdict(boolean allowed, String why) {
    /** The code for an option that is not for somebody of this role; also what an option without a verdict means. */
    public static final String ROLE = "ROLE";

    /** The code for an option that only the person's consent to a long journey allows. */
    public static final String CONSENT = "CONSENT";

    private static final Verdict YES = new Verdict(true, "");
    private static final Verdict BY_CONSENT = new Verdict(true, CONSENT);

    public Verdict {
        Objects.requireNonNull(why, "A verdict says why, or nothing where the option is allowed.");
        if (allowed != (why.isEmpty() || why.equals(CONSENT)))
            throw new IllegalArgumentException(
                    "A verdict names a rule where the option is not allowed, and only there: allowed %s, why '%s'."
                            .formatted(allowed, why));
    }

    public static Verdict yes() {
        return YES;
    }

    public static Verdict byConsent() {
        return BY_CONSENT;
    }

    public static Verdict no(String why) {
        return new Verdict(false, why);
    }

    /** The verdict that has this code. */
    public static Verdict of(String why) {
        return switch (why) {
            case "" -> YES;
            case CONSENT -> BY_CONSENT;
            default -> no(why);
        };
    }

    /** Whether it is allowed without the person's consent to a long journey. */
    public boolean near() {
        return allowed && why.isEmpty();
    }
}
