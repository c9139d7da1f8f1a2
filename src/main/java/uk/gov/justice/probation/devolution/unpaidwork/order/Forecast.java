package uk.gov.justice.probation.devolution.unpaidwork.order;

/**
 * When it is forecast what will not be worked in time: at the end of a month of the order, counted from the sentence.
 */
public enum Forecast {
    FIRST(9),
    LAST(11);

    private final int month;

    Forecast(int month) {
        this.month = month;
    }

    public int month() {
        return month;
    }
}
