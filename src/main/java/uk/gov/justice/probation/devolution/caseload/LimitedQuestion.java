package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * What the task of a limited-access case asks, to be answered on our page.
 *
 * @param name as in the address of the page
 * @param heading as its task is called
 * @param roles of whom one has it as a task, in the case's region or in a unit that does one of its services
 * @param choiceLabel null if nothing is chosen
 * @param dayLabel null if no day is asked
 * @param dayOnlyFor the choice with which the day is asked; null if it always is
 */
public record LimitedQuestion(
        String name,
        String heading,
        List<Role> roles,
        String choiceLabel,
        List<Choice> choices,
        String dayLabel,
        String dayOnlyFor) {

    /**
     * @param consequence what it begins that cannot be undone, as the form of the task says it; null if it is harmless
     */
    public record Choice(String code, String label, String consequence) {

        public Choice(String code, String label) {
            this(code, label, null);
        }
    }

    public static LimitedQuestion chosen(
            String name, String heading, List<Role> roles, String label, Choice... choices) {
        return new LimitedQuestion(name, heading, roles, label, List.of(choices), null, null);
    }

    public static LimitedQuestion dated(String name, String heading, List<Role> roles, String dayLabel) {
        return new LimitedQuestion(name, heading, roles, null, List.of(), dayLabel, null);
    }

    public LimitedQuestion andDay(String label) {
        return andDayFor(null, label);
    }

    public LimitedQuestion andDayFor(String choice, String label) {
        return new LimitedQuestion(name, heading, roles, choiceLabel, choices, label, choice);
    }

    /** Whether the day is asked with this choice. */
    public boolean asksDay(String choice) {
        return dayLabel != null && (dayOnlyFor == null || dayOnlyFor.equals(choice));
    }

    Optional<Choice> choice(String code) {
        return choices.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
