package uk.gov.justice.probation.devolution.camunda.migration;

/** Why an instance stays, and because of which element; empty if because of the whole model. */
record Staying(Reason reason, String element) {}
