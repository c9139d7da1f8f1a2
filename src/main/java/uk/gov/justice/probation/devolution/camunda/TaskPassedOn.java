package uk.gov.justice.probation.devolution.camunda;

/**
 * A task that a colleague passes on, published as a Spring event inside the transaction that notes it, and told the
 * engine at least once after the commit.
 *
 * @param to who gets it; null if it goes back to its group
 */
public record TaskPassedOn(long task, String name, String by, String to) {}
