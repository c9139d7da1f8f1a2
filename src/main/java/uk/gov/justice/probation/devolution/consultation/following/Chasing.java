package uk.gov.justice.probation.devolution.consultation.following;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.consultation.Reminder.Whom;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * HR reminds everybody in one step whom a consultation waits for. Who was reminded today already, by HR or because the
 * day for it had come, is left out.
 */
@Service
public class Chasing {

    /**
     * @param toTell how many are, or would be, reminded now, by who they are
     * @param toldToday how many are left out because they were reminded today
     */
    public record Chase(Map<Whom, Integer> toTell, int toldToday) {

        public boolean isNobody() {
            return toTell.isEmpty();
        }

        /** For example "2 line managers and 1 task group". */
        public String inWords() {
            return toTell.entrySet().stream()
                    .map(some -> some.getKey().counted(some.getValue()))
                    .collect(Collectors.joining(" and "));
        }
    }

    private final Consultations consultations;
    private final Reminders reminders;
    private final Notifications notifications;
    private final AuditTrail audit;

    Chasing(Consultations consultations, Reminders reminders, Notifications notifications, AuditTrail audit) {
        this.consultations = consultations;
        this.reminders = reminders;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** Whom {@link #chase} would remind now. */
    @Transactional(readOnly = true)
    public Chase look(Facts consultation) {
        List<Reminder> all = reminders.today(consultation);
        return chase(all, left(all));
    }

    /** @throws NotPossibleNow if there is nobody to remind, or everybody was reminded today */
    @Transactional
    public Chase chase(long consultationId, Colleague by) {
        Facts consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "remind those who have not answered");
        List<Reminder> all = reminders.today(consultation);
        List<Reminder> left = left(all);
        if (left.isEmpty())
            throw new NotPossibleNow(
                    all.isEmpty()
                            ? "There is nobody to remind in '%s'.".formatted(consultation.title())
                            : "Everybody who has not answered in '%s' was reminded today. You can remind them again tomorrow."
                                    .formatted(consultation.title()));
        left.forEach(reminder -> notifications.send(
                reminder.key(), reminder.to(), reminder.subject(), reminder.body(), consultation.subject()));
        Chase chase = chase(all, left);
        audit.record(
                by.userName(),
                "CONSULTATION_CHASED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("reminded", chase.inWords(), "during", consultation.state(), "toldToday", chase.toldToday()));
        return chase;
    }

    private List<Reminder> left(List<Reminder> all) {
        Set<String> sent = notifications.sent(all.stream().map(Reminder::key).toList());
        return all.stream().filter(reminder -> !sent.contains(reminder.key())).toList();
    }

    private static Chase chase(List<Reminder> all, List<Reminder> left) {
        Map<Whom, Integer> toTell = new EnumMap<>(Whom.class);
        left.forEach(reminder -> toTell.merge(reminder.whom(), 1, Integer::sum));
        return new Chase(toTell, all.size() - left.size());
    }
}
