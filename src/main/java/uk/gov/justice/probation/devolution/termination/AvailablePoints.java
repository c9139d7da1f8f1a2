package uk.gov.justice.probation.devolution.termination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How many workload points a colleague can carry: 2,176 × (contracted hours − reductions) / 37, the formula of the
 * public workload service. A reduction is a share of the contracted hours: 20 % during a probation officer's first nine
 * months, all of them during maternity leave and long-term sickness. Trainees get no reduction, because the staff file
 * does not identify them.
 */
final class AvailablePoints {
    static final int FULL_TIME = 2176;
    private static final int HOURS = 37;
    private static final int NEWLY_QUALIFIED_MONTHS = 9;
    private static final int NEWLY_QUALIFIED_PERCENT = 20;
    /** Our own rule: shorter sickness reduces nothing. */
    private static final int LONG_TERM_DAYS = 28;

    private AvailablePoints() {}

    /**
     * @param ftePercent contracted hours as a percentage of full time, 0 to 100
     * @param absence code from {@code absence_kind}; null if the colleague is not absent
     * @param absenceUntil null if the end is not known
     */
    static int of(
            int ftePercent,
            String grade,
            int experienceMonths,
            String absence,
            LocalDate absenceUntil,
            LocalDate today) {
        BigDecimal contracted = BigDecimal.valueOf((long) HOURS * ftePercent).movePointLeft(2);
        BigDecimal reductions = contracted
                .multiply(BigDecimal.valueOf(reductionPercent(grade, experienceMonths, absence, absenceUntil, today)))
                .movePointLeft(2);
        return BigDecimal.valueOf(FULL_TIME)
                .multiply(contracted.subtract(reductions))
                .divide(BigDecimal.valueOf(HOURS), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static int reductionPercent(
            String grade, int experienceMonths, String absence, LocalDate until, LocalDate today) {
        if ("MATERNITY".equals(absence) && (until == null || !until.isBefore(today))) return 100;
        if ("SICKNESS".equals(absence) && (until == null || !until.isBefore(today.plusDays(LONG_TERM_DAYS))))
            return 100;
        return "PO".equals(grade) && experienceMonths < NEWLY_QUALIFIED_MONTHS ? NEWLY_QUALIFIED_PERCENT : 0;
    }
}
