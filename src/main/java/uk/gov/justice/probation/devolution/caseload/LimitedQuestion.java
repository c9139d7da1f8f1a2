package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The question of a limited-access case's task, answered on our page.
 *
 * @param name its part of the page's address
 * @param heading the name of the task
 * @param roles one of which the colleague must have in the case's region or in a unit that does one of its services
 * @param choiceLabel null if there is nothing to choose
 * @param dayLabel null if no day is asked for
 * @param dayOnlyFor the choice for which the day is asked; null if it is always asked
 * @param task the task that the answer completes
 */
public record LimitedQuestion(
        String name,
        String heading,
        List<Role> roles,
        String choiceLabel,
        List<Choice> choices,
        String dayLabel,
        String dayOnlyFor,
        TaskOnPage task) {

    /**
     * @param consequence what choosing it starts that cannot be undone, in the words of the task's form; null if
     *     nothing
     */
    public record Choice(String code, String label, String consequence) {

        public Choice(String code, String label) {
            this(code, label, null);
        }
    }

    public static LimitedQuestion chosen(
            String name, TaskOnPage task, String heading, List<Role> roles, String label, Choice... choices) {
        return new LimitedQuestion(name, heading, roles, label, List.of(choices), null, null, task);
    }

    public static LimitedQuestion dated(
            String name, TaskOnPage task, String heading, List<Role> roles, String dayLabel) {
        return new LimitedQuestion(name, heading, roles, null, List.of(), dayLabel, null, task);
    }

    public LimitedQuestion andDay(String label) {
        return andDayFor(null, label);
    }

    public LimitedQuestion andDayFor(String choice, String label) {
        return new LimitedQuestion(name, heading, roles, choiceLabel, choices, label, choice, task);
    }

    /** Whether this choice requires a day. */
    public boolean asksDay(String choice) {
        return dayLabel != null && (dayOnlyFor == null || dayOnlyFor.equals(choice));
    }

    Optional<Choice> choice(String code) {
        return choices.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
