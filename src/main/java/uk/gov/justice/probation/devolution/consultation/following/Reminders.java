package uk.gov.justice.probation.devolution.consultation.following;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.RankingPlaces;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.consultation.Reminder.Whom;
import uk.gov.justice.probation.devolution.consultation.following.RemindersQuery.ToHold;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * The reminders that those would get today whom a consultation waits for. HR, who reminds, gets none of its own tasks.
 */
@Component
class Reminders {
    private final ConsultingUnions unions;
    private final RemindersQuery query;
    private final ObjectProvider<RankingPlaces> ranking;
    private final Deadlines deadlines;

    Reminders(
            ConsultingUnions unions, RemindersQuery query, ObjectProvider<RankingPlaces> ranking, Deadlines deadlines) {
        this.unions = unions;
        this.query = query;
        this.ranking = ranking;
        this.deadlines = deadlines;
    }

    List<Reminder> today(Facts consultation) {
        return switch (consultation.state()) {
            case UNION -> unions.reminders(consultation.id());
            case RESPONSE -> toGroup(consultation, Role.RPD, "your response to the unions is due");
            case INDIVIDUAL -> oneToOnes(consultation);
            case PREFERENCES ->
                ranking.stream()
                        .flatMap(places -> places.reminders(consultation).stream())
                        .toList();
            case PANEL -> toGroup(consultation, Role.PREFERENCE_PANEL, "the panel's confirmation is due");
            case DECISION -> toGroup(consultation, Role.RPD, "your decision about the outcome is due");
            default -> List.of();
        };
    }

    private List<Reminder> toGroup(Facts consultation, Role role, String what) {
        String group = TaskGroup.of(role, consultation.regionCode()).name();
        return List.of(new Reminder(
                "task-reminder-%d-%s-%s".formatted(consultation.id(), group, deadlines.today()),
                group,
                Whom.GROUP,
                "%s: %s".formatted(consultation.title(), what),
                "The task is in Tasklist. HR of the region reminds you."));
    }

    private List<Reminder> oneToOnes(Facts consultation) {
        LocalDate today = deadlines.today();
        String hr = TaskGroup.of(Role.HR, consultation.regionCode()).name();
        return query.oneToOnes(consultation.id(), hr, today).stream()
                .map(toHold -> new Reminder(
                        "one-to-one-reminder-%d-%s-%s".formatted(consultation.id(), toHold.who(), today),
                        toHold.who(),
                        toHold.who().equals(hr) ? Whom.GROUP : Whom.LINE_MANAGER,
                        "%s: %s to be held".formatted(consultation.title(), several(toHold)),
                        toHold.due() == null
                                ? "The tasks are in Tasklist."
                                : "The first is due by %s. The tasks are in Tasklist."
                                        .formatted(Deadlines.inWords(toHold.due()))))
                .toList();
    }

    private static String several(ToHold toHold) {
        return toHold.people() == 1 ? "1 one-to-one is" : "%d one-to-ones are".formatted(toHold.people());
    }
}
