package uk.gov.justice.probation.devolution.facts;

/**
 * A family of processes that may have read a fact before it changed. Its one class of this kind says for every fact
 * what happens (ADR 103).
 */
public interface LooksAgain {

    /** As people know it. */
    String family();

    /**
     * What happens when this fact changes. It is carried out in a transaction of its own after the change, at least
     * once, and reads everything as it is by then.
     */
    Reaction to(Fact fact);
}
