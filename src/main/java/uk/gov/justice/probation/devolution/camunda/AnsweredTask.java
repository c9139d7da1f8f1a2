package uk.gov.justice.probation.devolution.camunda;

import java.util.Map;

/** A user task that somebody completed: what we recorded it to be about, and who answered. */
public record AnsweredTask(Map<String, String> about, TaskAnswer answer) {

    /** @param name as recorded, e.g. {@code handoverId} */
    public long id(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * @throws NothingNotedException if nothing was recorded under this name; {@link TaskAnswers} then holds the answer
     *     back until somebody names the subject
     */
    public String text(String name) {
        String value = about.get(name);
        if (value == null) throw new NothingNotedException(name);
        return value;
    }
}
