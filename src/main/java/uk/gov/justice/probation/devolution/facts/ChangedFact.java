package uk.gov.justice.probation.devolution.facts;

/**
 * A fact that changed.
 *
 * @param occasion the file that changed it; the same for all that changed with it
 * @param about whose fact it is: {@code case/12}, {@code order/7}, {@code project/NW-01}, {@code staff/ZZT0001}
 * @param before null if nothing was known
 * @param after null if nothing is known any more
 */
public record ChangedFact(long id, String occasion, Fact fact, String about, String before, String after) {

    /** Whose fact it is, without the kind: the number of a case or an order, the code of a project, a staff number. */
    public String whose() {
        return about.substring(about.indexOf('/') + 1);
    }
}
