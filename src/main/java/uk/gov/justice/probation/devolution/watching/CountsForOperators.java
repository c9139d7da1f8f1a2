package uk.gov.justice.probation.devolution.watching;

/** Counts, in the tables of its module, some of the numbers that operators watch. */
public interface CountsForOperators {

    /** Asked several times a minute on every replica: a query must not read more than it counts. */
    void count(Tally tally);
}
