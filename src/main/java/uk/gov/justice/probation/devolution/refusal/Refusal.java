package uk.gov.justice.probation.devolution.refusal;

import java.util.List;
import java.util.Map;

/**
 * A request is refused; the message is a sentence for the person who made it. There are six kinds, which modules extend
 * if a sentence is not enough.
 */
public abstract sealed class Refusal extends RuntimeException
        permits NotFound, Taken, BreaksRules, NotPossibleNow, Frozen, NotAllowed {
    private final transient List<String> reasons;
    private final boolean listed;

    Refusal(String sentence) {
        this(sentence, (Throwable) null);
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
        this.reasons = List.of(sentence);
        this.listed = false;
    }

    /** With every reason, each a sentence. */
    Refusal(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
        this.listed = true;
    }

    /** Each a sentence. */
    public List<String> reasons() {
        return reasons;
    }

    /** The message, and what to do about it if that is more than the message says. */
    public String advice() {
        return getMessage();
    }

    /** Whether only people can change it: an automated step that is refused so is not tried again by itself. */
    public boolean waitsForPeople() {
        return false;
    }

    /** Further details for programs. */
    public Map<String, ?> details() {
        return listed ? Map.of("reasons", reasons) : Map.of();
    }

    /**
     * The problems by form field.
     *
     * @param otherwise where to show the message if no field is wrong
     */
    public Map<String, String> problems(String otherwise) {
        return Map.of(otherwise, getMessage());
    }
}
