package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.gov.justice.probation.devolution.allocation.Objective;

/**
 * What HR enters to launch a consultation.
 *
 * @param name what the consultation is called; null for its unit or region and the month
 * @param unitCode the unit whose staff are consulted; null or ALL for everybody in the region
 * @param sites only who is based at these sites; all if empty
 * @param grades only these grades; all if empty
 * @param objective how places are shared out, the name of an {@link Objective}; the draw if null
 * @param maxChoices how many places each person may rank, 1 to 5; 5 if null
 * @param mobilityLimit how many minutes a journey may take each way, 1 to 240; 90 if null
 * @param preferencesCloseOn the last day to rank places; if null, the configured time after they are published
 */
public record Launch(
        String name,
        String regionCode,
        String unitCode,
        List<String> sites,
        List<String> grades,
        String objective,
        Integer maxChoices,
        Integer mobilityLimit,
        LocalDate preferencesCloseOn) {
    private static final String EVERY_UNIT = "ALL";
    private static final int MOST_CHOICES = 5;
    private static final int USUAL_LIMIT = 90;

    public Launch {
        name = name == null || name.isBlank() ? null : name.strip();
        unitCode = unitCode == null || unitCode.isBlank() || unitCode.equals(EVERY_UNIT) ? null : unitCode;
        sites = codes(sites);
        grades = codes(grades);
        objective = objective == null || objective.isBlank() ? Objective.DRAW.name() : objective;
        maxChoices = maxChoices == null ? MOST_CHOICES : maxChoices;
        mobilityLimit = mobilityLimit == null ? USUAL_LIMIT : mobilityLimit;
    }

    /** At every site, under the usual name. */
    public Launch(
            String regionCode,
            String unitCode,
            List<String> grades,
            String objective,
            Integer maxChoices,
            Integer mobilityLimit,
            LocalDate preferencesCloseOn) {
        this(null, regionCode, unitCode, List.of(), grades, objective, maxChoices, mobilityLimit, preferencesCloseOn);
    }

    private static List<String> codes(List<String> entered) {
        return entered == null
                ? List.of()
                : entered.stream().filter(Objects::nonNull).distinct().toList();
    }
}
