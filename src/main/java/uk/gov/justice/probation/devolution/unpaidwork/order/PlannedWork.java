package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.LocalDate;

/** What planning the sessions of an order needs to know of it. */
public interface PlannedWork {

    long id();

    /** Null until a project has been chosen. */
    String projectCode();

    Frequency frequency();

    /** Null if its day was never set. */
    LocalDate firstSessionOn();

    OrderState state();

    int minutesLeft();

    /** How many minutes of education, training and employment still count. */
    int educationLeft();
}
