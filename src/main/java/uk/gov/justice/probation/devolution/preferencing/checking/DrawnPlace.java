package uk.gov.justice.probation.devolution.preferencing.checking;

import uk.gov.justice.probation.devolution.preferencing.allocating.Result;

/**
 * What the draw gave somebody, before any move by the panel.
 *
 * @param number by which they took part
 * @param lottery their turn, starting at 1
 * @param place the option's id; null for none
 * @param choice which of their choices it is, starting at 1; null if they did not ask for it or have none
 */
public record DrawnPlace(String number, int lottery, String place, Integer choice) {
    static DrawnPlace of(Result result, String number) {
        return new DrawnPlace(
                number,
                result.lottery(),
                result.optionId() == null ? null : Long.toString(result.optionId()),
                result.ranked() ? result.rank() : null);
    }
}
