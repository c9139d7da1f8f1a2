package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelMoves;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who must not decide an appeal: the person, their line manager, and anybody who moved them in the preference panel.
 * Nor may whoever reviewed the appeal take the panel's decision. The process requires an independent manager; what
 * independent means is our own rule.
 */
@Component
class Independence {
    private final PanelMoves moves;

    Independence(PanelMoves moves) {
        this.moves = moves;
    }

    /**
     * Why the colleague must not take the step, in a sentence for them; empty if they may.
     *
     * @param person who appeals
     */
    Optional<String> missing(Appeal appeal, StaffMember person, AppealStep step, String userName) {
        String why = userName.equals(person.staffNumber())
                ? "it is your own appeal"
                : userName.equals(person.lineManagerStaffNumber())
                        ? "you are the line manager of the person who appeals"
                        : moves.hasMoved(userName, appeal.memberId())
                                ? "you changed this person's place in the preference panel"
                                : step == AppealStep.DECISION && userName.equals(appeal.reviewedBy())
                                        ? "you reviewed this appeal"
                                        : null;
        return Optional.ofNullable(why)
                .map(reason ->
                        "You cannot decide about %s, because %s. Somebody else in the same group must: unassign yourself from the task and tell them."
                                .formatted(step.inWords(), reason));
    }
}
