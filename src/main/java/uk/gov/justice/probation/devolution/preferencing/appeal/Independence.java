package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who must not decide in an appeal: the person, their line manager, who moved them in the preference panel; and the panel's decision is not taken by who reviewed it
 * (preference-appeal asks for an independent manager; what that means is our own setting).
 */
@Component
class Independence {
  private final Cohorts cohorts;
  private final StaffDirectory staff;
  private final JdbcClient jdbc;

  Independence(Cohorts cohorts, StaffDirectory staff, JdbcClient jdbc) {
    this.cohorts = cohorts;
    this.staff = staff;
    this.jdbc = jdbc;
  }

  /** Why the colleague must not take the step, in a sentence for them. */
  Optional<String> missing(Appeal appeal, AppealStep step, String userName) {
    StaffMember person = staff.find(cohorts.get(appeal.memberId()).staffNumber()).orElseThrow();
    String why = userName.equals(person.staffNumber()) ? "it is your own appeal"
        : userName.equals(person.lineManagerStaffNumber()) ? "you are the line manager of the person who appeals"
        : movedInPanel(appeal.memberId(), userName) ? "you changed this person's place in the preference panel"
        : step == AppealStep.DECISION && userName.equals(appeal.reviewedBy()) ? "you reviewed this appeal"
        : null;
    return Optional.ofNullable(why)
        .map(reason -> "You cannot decide about %s, because %s. Somebody else in the same group must: take your name off the task and tell them.".formatted(step.inWords(), reason));
  }

  private boolean movedInPanel(long memberId, String userName) {
    return jdbc.sql("SELECT COUNT(*) FROM panel_move WHERE (member_id = :member OR swapped_with = :member) AND moved_by = :user")
        .param("member", memberId).param("user", userName).query(Integer.class).single() > 0;
  }
}
