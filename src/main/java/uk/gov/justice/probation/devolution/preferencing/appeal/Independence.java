package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelMoves;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who must not decide in an appeal: the person, their line manager, and whoever moved them in the preference panel; nor
 * is the panel's decision taken by whoever reviewed it (preference-appeal asks for an independent manager; what that
 * means is our own setting).
 */
@Component
class Independence {
    private final PanelMoves moves;

    Independence(PanelMoves moves) {
        this.moves = moves;
    }

    /** Why the colleague must not take the step, in a sentence for them. @param person who appeals */
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
                        "You cannot decide about %s, because %s. Somebody else in the same group must: take your name off the task and tell them."
                                .formatted(step.inWords(), reason));
    }
}
