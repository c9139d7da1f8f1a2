package uk.gov.justice.probation.devolution.allocation;

/**
 * What makes one assignment of staff to places better than another; HR chooses it at launch. Every objective first
 * leaves as few people as possible without any place. A place that somebody could take but did not rank counts as the
 * rank after their last one.
 */
public enum Objective {
    /** As many first choices as possible, then as many second choices, and so on. */
    GREEDY("As many first choices as possible, then as many second choices, and so on"),
    /** As few people as possible in the worst choice, then as few as possible in the next worst, and so on. */
    GENEROUS("As few people as possible in the worst choice, then in the next worst, and so on"),
    /** The least sum of ranks: a first choice counts 1, a second choice 2, and so on. */
    BALANCED("The least sum of ranks, where a first choice counts 1, a second choice 2, and so on");

    private final String label;

    Objective(String label) {
        this.label = label;
    }

    /** The objective in plain words, for a form or a page. */
    public String label() {
        return label;
    }
}
