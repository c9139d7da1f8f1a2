package uk.gov.justice.probation.devolution.refusal;

import java.util.List;
import java.util.Map;

/**
 * What somebody asked for is not done; the message is a sentence for them. There are six kinds, and modules extend
 * those that need more than sentences.
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

    /** For every reason that stands against it, each a sentence. */
    Refusal(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
        this.listed = true;
    }

    /** Each a sentence. */
    public List<String> reasons() {
        return reasons;
    }

    /** What a program reads beside the message. */
    public Map<String, ?> details() {
        return listed ? Map.of("reasons", reasons) : Map.of();
    }

    /**
     * What is wrong at which field of a form.
     *
     * @param otherwise where the message stands if no field is to blame
     */
    public Map<String, String> problems(String otherwise) {
        return Map.of(otherwise, getMessage());
    }
}
