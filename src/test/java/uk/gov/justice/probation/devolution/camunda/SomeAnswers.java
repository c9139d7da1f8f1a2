package uk.gov.justice.probation.devolution.camunda;

import java.util.Set;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Answers of user tasks as tests give them: logins are named after their one group. */
public final class SomeAnswers {

  private SomeAnswers() {}

  public static TaskAnswer of(long taskInstance, String userName) {
    return new TaskAnswer(taskInstance, new Colleague(userName, Set.of(userName)));
  }
}
