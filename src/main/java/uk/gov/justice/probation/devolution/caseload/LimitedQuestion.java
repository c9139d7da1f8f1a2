package uk.gov.justice.probation.devolution.caseload;

import java.util.List;

/**
 * What the task of a limited-access case asks, to be answered on our page.
 *
 * @param name as it stands in the address of the page
 * @param heading as its task is called
 * @param roles of whom one has it as a task, in the case's region or in a unit that does one of its services
 * @param choiceLabel null where nothing is chosen
 * @param dayLabel null where no day is asked
 */
public record LimitedQuestion(String name, String heading, List<String> roles, String choiceLabel, List<Choice> choices, String dayLabel) {

  public record Choice(String code, String label) {}

  public static LimitedQuestion chosen(String name, String heading, List<String> roles, String label, Choice... choices) {
    return new LimitedQuestion(name, heading, roles, label, List.of(choices), null);
  }

  public static LimitedQuestion dated(String name, String heading, List<String> roles, String dayLabel) {
    return new LimitedQuestion(name, heading, roles, null, List.of(), dayLabel);
  }

  public LimitedQuestion andDay(String label) {
    return new LimitedQuestion(name, heading, roles, choiceLabel, choices, label);
  }

  boolean offers(String choice) {
    return choices.stream().anyMatch(one -> one.code().equals(choice));
  }
}
