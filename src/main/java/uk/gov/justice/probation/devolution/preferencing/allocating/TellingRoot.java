package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Tells HR, the unions, the director and both panels the root of everybody's rows, so that each has it in writing. */
@Component
class TellingRoot {
    private final Words words;
    private final Notifications notifications;

    TellingRoot(Words words, Notifications notifications) {
        this.words = words;
        this.notifications = notifications;
    }

    void tell(Facts consultation, String root) {
        Set<String> groups = new TreeSet<>();
        words.parties(consultation).forEach(party -> groups.add(party.group().name()));
        List.of(Role.RPD, Role.PREFERENCE_PANEL, Role.APPEAL_CHAIR)
                .forEach(role ->
                        groups.add(TaskGroup.of(role, consultation.regionCode()).name()));
        groups.forEach(group -> notifications.send(
                "rows-fixed-%d-%s".formatted(consultation.id(), group),
                group,
                "%s: what everybody asked for is fixed".formatted(consultation.title()),
                "The last person's time to answer has ended. The root of everybody's rows is %s. Keep this message: with it you can check later that nobody's row was changed. The page of the draw says how."
                        .formatted(root),
                consultation.subject()));
    }
}
