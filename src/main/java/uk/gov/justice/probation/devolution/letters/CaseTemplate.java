package uk.gov.justice.probation.devolution.letters;

import java.util.List;

/**
 * The letters about a case; each has a page in {@code templates/letters}. They name the case by its CRN, because we
 * hold neither the person's name nor an address; those are in nDelius. What a letter needs is given as text: dates in
 * words, times as 09:00, hours as "98 hours".
 */
public enum CaseTemplate {
    INSTRUCTIONS(
            "instructions",
            "Your unpaid work",
            "The person on probation",
            List.of(
                    "projectName",
                    "projectPlace",
                    "firstSessionOn",
                    "startTime",
                    "endTime",
                    "frequency",
                    "hoursLeft",
                    "learningHours",
                    "again",
                    "within")),
    /**
     * {@code again}: how often it must happen for a breach, as it reads after "If it happens"; {@code within}: for how
     * long a failure counts.
     */
    WARNING(
            "warning",
            "Warning: you did not do your unpaid work as instructed",
            "The person on probation",
            List.of("failedOn", "replyBy", "again", "within")),
    /** {@code because} is a sentence, e.g. "We believe that this failure was very serious." */
    BREACH(
            "breach",
            "We are taking your order back to court",
            "The person on probation",
            List.of("failedOn", "because")),
    WITHDRAWAL("withdrawal", "We have withdrawn a letter to you", "The person on probation", List.of("failedOn")),
    /** {@code because}, as it reads after "is cancelled", e.g. "because of the weather". */
    SESSION_CANCELLED(
            "session-cancelled",
            "Your unpaid work session is cancelled",
            "The person on probation",
            List.of("projectName", "on", "because")),
    /**
     * {@code pickUp}: when and where, as "08:15, Birkenhead Park station"; left out if nobody is picked up any more.
     */
    PICK_UP_CHANGED(
            "pick-up-changed",
            "Where you are picked up for your unpaid work has changed",
            "The person on probation",
            List.of("projectName", "from")),
    /** {@code reason}: the label of the termination reason. */
    COURT_NOTICE(
            "court-notice",
            "Notice that an order has ended",
            "The court that made the order",
            List.of("endedOn", "reason")),
    VICTIM_LIAISON_NOTICE(
            "victim-liaison-notice", "Notice that an order has ended", "The victim liaison unit", List.of("endedOn")),
    PROVIDER_NOTICE(
            "provider-notice",
            "Notice that your work on a case has ended",
            "The providers who work on the case",
            List.of("endedOn"));

    private final String fileName;
    private final String subject;
    private final String addressee;
    private final List<String> needs;

    CaseTemplate(String fileName, String subject, String addressee, List<String> needs) {
        this.fileName = fileName;
        this.subject = subject;
        this.addressee = addressee;
        this.needs = needs;
    }

    /** The name of its page without extension. */
    String fileName() {
        return fileName;
    }

    /** Its heading, which says nothing about the person. */
    public String subject() {
        return subject;
    }

    /** The addressee it is posted to. */
    public String addressee() {
        return addressee;
    }

    /** The names that {@link CaseLetterRequest#model} must contain. */
    public List<String> needs() {
        return needs;
    }
}
