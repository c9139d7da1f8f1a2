package uk.gov.justice.probation.devolution.camunda;

import java.util.Map;

/** A user task that somebody completed: what we noted it to be about, and who answered. */
public record AnsweredTask(Map<String, String> about, TaskAnswer answer) {

  /** @param name as it was noted, e.g. {@code handoverId} */
  public long id(String name) {
    return Long.parseLong(text(name));
  }

  /** @throws CannotSucceedException where nothing of that name was noted */
  public String text(String name) {
    String value = about.get(name);
    if (value == null) {
      throw new CannotSucceedException("Nothing was noted of the %s this task is about: it was opened before answers were kept by what was noted. Record the answer on our page, then complete this step there."
          .formatted(name));
    }
    return value;
  }
}
