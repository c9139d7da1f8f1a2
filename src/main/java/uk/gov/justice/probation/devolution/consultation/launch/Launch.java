package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What HR enters to launch a consultation.
 *
 * @param unitCode the unit whose staff are consulted; null or ALL for everybody in the region
 * @param grades only these grades; all if empty
 * @param objective how places are allocated: GREEDY, GENEROUS or BALANCED
 * @param maxChoices how many places each person may rank, 1 to 5; 5 if null
 * @param mobilityLimit how many minutes a journey may take each way, 1 to 240; 90 if null
 * @param preferencesCloseOn the last day to rank places; if null, the configured time after they are published
 */
public record Launch(
        String regionCode,
        String unitCode,
        List<String> grades,
        String objective,
        Integer maxChoices,
        Integer mobilityLimit,
        LocalDate preferencesCloseOn) {
    private static final String EVERY_UNIT = "ALL";
    private static final int MOST_CHOICES = 5;
    private static final int USUAL_LIMIT = 90;

    public Launch {
        unitCode = unitCode == null || unitCode.isBlank() || unitCode.equals(EVERY_UNIT) ? null : unitCode;
        grades = grades == null
                ? List.of()
                : grades.stream().filter(Objects::nonNull).toList();
        maxChoices = maxChoices == null ? MOST_CHOICES : maxChoices;
        mobilityLimit = mobilityLimit == null ? USUAL_LIMIT : mobilityLimit;
    }
}
