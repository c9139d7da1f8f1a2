package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.Objects;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * One person on the panel's table.
 *
 * @param answer what they asked for; null if nothing was recorded
 * @param result of the official allocation; null for somebody who joined after it
 * @param option the place they have now; null for none
 * @param rank of that place; 0 without one
 * @param toLookAt why the panel has to decide about them; null if it need not
 * @param lookedAtBy the panel member who decided; null if nobody has yet
 */
public record Person(
        Member member,
        StaffMember staff,
        Answer answer,
        Result result,
        Option option,
        int rank,
        boolean ranked,
        ToLookAt toLookAt,
        String lookedAtBy) {

    public boolean open() {
        return toLookAt != null && lookedAtBy == null;
    }

    Person at(Option place) {
        return new Person(member, staff, answer, result, place, rank, ranked, toLookAt, lookedAtBy);
    }

    public boolean movedByPanel() {
        return result == null
                ? option != null
                : !Objects.equals(result.optionId(), option == null ? null : option.id());
    }
}
