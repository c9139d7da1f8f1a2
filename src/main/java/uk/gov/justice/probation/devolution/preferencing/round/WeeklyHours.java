package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * How many hours somebody works in a week, in hundredths of an hour: a percent of full time is a whole number of them.
 * None are said of a place whose hours nobody has planned.
 */
@Embeddable
public record WeeklyHours(@Column(name = "weekly_hours") int hundredths) implements Comparable<WeeklyHours> {
    static final WeeklyHours NOT_SAID = new WeeklyHours(0);

    static WeeklyHours of(BigDecimal hours) {
        return new WeeklyHours(hours.movePointRight(2).intValueExact());
    }

    static WeeklyHours share(int percent, int fullTimeHours) {
        return new WeeklyHours(percent * fullTimeHours);
    }

    public boolean areSaid() {
        return hundredths > 0;
    }

    /** To the nearest percent of full time. */
    int percentOf(int fullTimeHours) {
        return (2 * hundredths + fullTimeHours) / (2 * fullTimeHours);
    }

    WeeklyHours times(int posts) {
        return new WeeklyHours(hundredths * posts);
    }

    WeeklyHours plus(WeeklyHours others) {
        return new WeeklyHours(hundredths + others.hundredths);
    }

    WeeklyHours minus(WeeklyHours others) {
        return new WeeklyHours(hundredths - others.hundredths);
    }

    /** Null if they are not said. */
    public BigDecimal decimal() {
        return areSaid() ? new BigDecimal(number()) : null;
    }

    public boolean are(BigDecimal hours) {
        return areSaid() && decimal().compareTo(hours) == 0;
    }

    /** For example "18.5". */
    public String number() {
        return decimal(hundredths);
    }

    /** For example "18.5 hours a week". */
    public String inWords() {
        return "%s hour%s a week".formatted(number(), hundredths == 100 ? "" : "s");
    }

    /** For example "2.4 (88.8 hours a week)". */
    String inFullTimeEquivalents(int fullTimeHours) {
        return "%s (%s)".formatted(decimal(percentOf(fullTimeHours)), inWords());
    }

    @Override
    public int compareTo(WeeklyHours other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    private static String decimal(int hundredths) {
        return hundredths == 0
                ? "0"
                : BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
