package uk.gov.justice.probation.devolution.caseload;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The levels of risk of serious harm with their codes, lowest first. */
public enum RiskOfSeriousHarm {
    RLRH("Low"),
    RMRH("Medium"),
    RHRH("High"),
    RVHR("Very high");

    public static final Set<String> CODES =
            Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The codes in a sentence, highest first, e.g. "A, B or C". */
    public static final String CHOICES = inWords();

    private final String label;

    RiskOfSeriousHarm(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * High or very high.
     *
     * @param code null if the risk is not recorded
     */
    public static boolean isHigh(String code) {
        return RHRH.name().equals(code) || isVeryHigh(code);
    }

    /** @param code null if the risk is not recorded */
    public static boolean isVeryHigh(String code) {
        return RVHR.name().equals(code);
    }

    private static String inWords() {
        List<String> highestFirst =
                Arrays.stream(values()).map(Enum::name).toList().reversed();
        return "%s or %s"
                .formatted(String.join(", ", highestFirst.subList(0, highestFirst.size() - 1)), highestFirst.getLast());
    }
}
