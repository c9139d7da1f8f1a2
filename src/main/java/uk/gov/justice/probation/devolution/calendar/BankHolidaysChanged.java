package uk.gov.justice.probation.devolution.calendar;

/** Other days than before are bank holidays from the end of this transaction on. */
public record BankHolidaysChanged() {}
