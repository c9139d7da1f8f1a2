package uk.gov.justice.probation.devolution.unpaidwork.process;

/** One choice of a list in a form. */
record Selectable(String value, String label) {}
