package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Saves what HR says a consultation is about: posts, reasons and proposals, and that the form required by law was sent.
 */
@Service
public class SettingScope {

    /** The numbers are of posts, not people. */
    public record Scope(Integer affectedPosts, Integer proposedRedundancies, String businessCase, String proposals) {}

    private static final int MOST_POSTS = 99_999;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_REFERENCE = 60;

    private static final EnteredDay HR1_SENT_ON =
            EnteredDay.required("the day on which form HR1 was sent", DayRule.happened());

    private final ConsultationRepository consultations;
    private final Deadlines deadlines;
    private final AuditTrail audit;

    SettingScope(ConsultationRepository consultations, Deadlines deadlines, AuditTrail audit) {
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** @throws BreaksRules saying what is missing or too long */
    @Transactional
    public void set(long consultationId, Scope scope, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("consultation-scope-" + by.taskInstance())) return;
        by.mustHold(Role.HR, consultation.regionCode(), "set out what the consultation is about");
        consultation.mustNotBeCancelled();
        mustBePosts(scope.affectedPosts(), "posts are affected");
        mustBePosts(scope.proposedRedundancies(), "redundancies are proposed");
        mustBeText(scope.businessCase(), LONGEST_TEXT, "why the change is needed");
        mustBeText(scope.proposals(), LONGEST_TEXT, "what is proposed");
        consultation.setOut(
                scope.affectedPosts(), scope.proposedRedundancies(), scope.businessCase(), scope.proposals());
        audit.recordOnce(
                "consultation-scope-" + by.taskInstance(),
                by.by(),
                "CONSULTATION_SCOPE_SET",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("affectedPosts", scope.affectedPosts(), "proposedRedundancies", scope.proposedRedundancies()));
    }

    /**
     * @throws BreaksRules saying what is missing or too long
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been sent on that day
     */
    @Transactional
    public void hr1Sent(long consultationId, LocalDate on, String reference, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("consultation-hr1-" + by.taskInstance())) return;
        by.mustHold(Role.HR, consultation.regionCode(), "record that form HR1 was sent");
        consultation.mustNotBeCancelled();
        HR1_SENT_ON.mustHold(on, deadlines);
        mustBeText(reference, LONGEST_REFERENCE, "the reference");
        consultation.hr1Sent(on, reference);
        audit.recordOnce(
                "consultation-hr1-" + by.taskInstance(),
                by.by(),
                "CONSULTATION_HR1_SENT",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("sentOn", on, "reference", reference));
    }

    private static void mustBePosts(Integer number, String which) {
        if (number == null || number < 0 || number > MOST_POSTS)
            throw new BreaksRules("Enter how many %s: a whole number from 0 to %,d.".formatted(which, MOST_POSTS));
    }

    private static void mustBeText(String text, int longest, String what) {
        if (text == null || text.isBlank()) throw new BreaksRules("Enter %s.".formatted(what));
        if (text.length() > longest)
            throw new BreaksRules("What you enter for %s must be %,d characters or fewer.".formatted(what, longest));
    }
}
