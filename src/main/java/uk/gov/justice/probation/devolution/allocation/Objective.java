package uk.gov.justice.probation.devolution.allocation;

/**
 * What makes one assignment of staff to places the right one; HR chooses it at launch. Whichever it is, as few people
 * as possible are left without any place.
 */
public enum Objective {
    /** In the order of the lottery, each person gets the first place of their list that leaves nobody else without. */
    DRAW(
            "Honest draw",
            "In the order of a lottery, each person gets the first place on their list that leaves nobody else without a place",
            "It rewards an honest list: it is always best to name the places in the order you want them, whatever others do.",
            "A short list never helps: if none of its places is possible, you get a place that you did not ask for, or none.",
            "It rewarded an honest list; a short list did not help anybody."),
    /** As many first choices as possible, then as many second choices, and so on. */
    GREEDY(
            "Most first choices",
            "As many first choices as possible, then as many second choices, and so on",
            "It rewards a first choice that few others want, so it can be an advantage to put first a place that you want less.",
            "A short list makes its first choice more likely, but also a place that you did not ask for.",
            "It rewarded a first choice that few others wanted; a short list made its first choice more likely, but also a place that was not asked for."),
    /** As few people as possible in the worst choice, then as few as possible in the next worst, and so on. */
    GENEROUS(
            "Fewest low choices",
            "As few people as possible get their lowest choice, then their next lowest, and so on",
            "It rewards whoever would otherwise be far down their list, so it can be an advantage to leave out places that you would take.",
            "A short list makes its first choice more likely, but also a place that you did not ask for.",
            "It rewarded whoever would otherwise have been far down their list; a short list made its first choice more likely, but also a place that was not asked for."),
    /** The least sum of ranks: a first choice counts 1, a second choice 2, and so on. */
    BALANCED(
            "Best overall",
            "The smallest sum of choices, if a first choice counts 1, a second choice 2, and so on",
            "It rewards whoever would otherwise be far down their list, so it can be an advantage to leave out places that you would take.",
            "A short list makes its first choice more likely, but also a place that you did not ask for.",
            "It rewarded whoever would otherwise have been far down their list; a short list made its first choice more likely, but also a place that was not asked for.");

    private final String title;
    private final String label;
    private final String rewards;
    private final String shortList;
    private final String hindsight;

    Objective(String title, String label, String rewards, String shortList, String hindsight) {
        this.title = title;
        this.label = label;
        this.rewards = rewards;
        this.shortList = shortList;
        this.hindsight = hindsight;
    }

    /** What HR calls it when they choose it. */
    public String title() {
        return title;
    }

    /** What it does, in plain words, for a form or a page. */
    public String label() {
        return label;
    }

    /**
     * How many places a list may name, in words. In the draw it is every place: to leave out one that many want would
     * otherwise pay.
     */
    public String namesAtMost(int maxChoices) {
        if (this == DRAW) return "every place that is possible for them";
        return maxChoices == 1 ? "1 place" : "up to %d places".formatted(maxChoices);
    }

    /** What it rewards, and what a short list does: two sentences for whoever makes a list. */
    public String advice() {
        return rewards + " " + shortList;
    }

    /** What it rewarded, and what a short list did: for whoever can no longer make a list. */
    public String hindsight() {
        return hindsight;
    }
}
