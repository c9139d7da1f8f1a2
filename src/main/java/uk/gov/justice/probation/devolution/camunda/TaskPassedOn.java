package uk.gov.justice.probation.devolution.camunda;

/**
 * A task that a colleague passes on, published as a Spring event inside the transaction that notes it, and told the
 * engine at least once after the commit.
 *
 * @param to who gets it; null if it goes back to its group
 * @param away for whom the colleague stands in, who has it; null if the colleague has it, or takes it for this
 */
public record TaskPassedOn(long task, String name, String by, String to, String away) {

    /** From whom it is taken, and from nobody else. */
    String from() {
        return away == null ? by : away;
    }
}
