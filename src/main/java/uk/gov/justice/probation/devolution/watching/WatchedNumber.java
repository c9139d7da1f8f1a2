package uk.gov.justice.probation.devolution.watching;

/** Every number that is counted for operators. Ages are in seconds; what there is none of is 0. */
public enum WatchedNumber {
    OPEN_TASKS("psc.tasks.open", "family", "Open tasks"),
    OVERDUE_TASKS("psc.tasks.overdue", "family", "Open tasks whose due date has passed"),
    OLDEST_TASK("psc.tasks.oldest.seconds", "group", "Age of the oldest task that is open for a group"),
    TASKS_BEHIND(
            "psc.tasks.behind.seconds",
            "of",
            "How long ago everything was known that the engine had recorded of tasks, or of incidents"),
    INCIDENTS("psc.incidents", "cause", "Steps that have stopped until somebody helps"),
    OUTBOX_WAITING("psc.outbox.waiting", "to", "What is still to leave the database, by where it goes"),
    OUTBOX_OLDEST("psc.outbox.oldest.seconds", "to", "Age of the oldest of it"),
    HANDOVERS("psc.handovers", "state", "Handovers that have begun to be planned, by state"),
    HANDOVERS_LATE("psc.handovers.late", "region", "Handovers that have not moved although they were due"),
    LETTERS("psc.letters", "state", "Letters to colleagues, by state"),
    CASE_LETTERS_TO_POST("psc.case.letters.to.post", "region", "Letters about a case that nobody has posted yet"),
    EMAILS("psc.emails", "state", "Emails about what waits for somebody, by state"),
    CASE_EVENTS_WAITING("psc.case.events.waiting", "", "Events that the case system has not taken yet"),
    CASE_EVENTS_FAILING("psc.case.events.failing", "", "Of these, those it has refused or not answered");

    private final String metric;
    private final String tag;
    private final String says;

    WatchedNumber(String metric, String tag, String says) {
        this.metric = metric;
        this.tag = tag;
        this.says = says;
    }

    /** As Micrometer names it; Prometheus reads {@code psc_tasks_open}. */
    public String metric() {
        return metric;
    }

    /** By what it is told apart; empty if it is one number. */
    public String tag() {
        return tag;
    }

    /** What is counted, in words. */
    public String says() {
        return says;
    }
}
