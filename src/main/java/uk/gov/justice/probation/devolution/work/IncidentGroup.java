package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All incidents of one cause in one region: one message, however many processes stand still.
 *
 * @param what which it is, if the cause alone does not say it
 * @param regionName null if it belongs to no region
 * @param family of the processes
 * @param first some of them, those that have stood longest first
 */
public record IncidentGroup(
        IncidentCause cause,
        String what,
        String regionCode,
        String regionName,
        String family,
        int number,
        Instant since,
        List<StandingIncident> first) {

    /** As in {@code North West: no unit is responsible for terminations. 7 terminations have stopped}. */
    public String title() {
        String wrong = cause.inWords(what);
        String begins = regionName == null || wrong.startsWith(regionName)
                ? Character.toUpperCase(wrong.charAt(0)) + wrong.substring(1)
                : regionName + ": " + wrong;
        return "%s. %,d %s %s stopped"
                .formatted(
                        begins, number, number == 1 ? things().one() : things().many(), number == 1 ? "has" : "have");
    }

    /** Those for which it is equal are one message. */
    List<?> sameness() {
        return Arrays.asList(cause, what, regionCode, family);
    }

    /** With some more that are the same. */
    IncidentGroup and(IncidentGroup same) {
        return new IncidentGroup(
                cause,
                what,
                regionCode,
                regionName,
                family,
                number,
                since,
                Stream.concat(first.stream(), same.first().stream()).toList());
    }

    private Family.Things things() {
        return Family.of(family).map(Family::things).orElse(Family.Things.PROCESSES);
    }
}
