package uk.gov.justice.probation.devolution.consultation.union;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.consultation.TradeUnions;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The recognised trade unions, and messages to their representatives. */
@Service
public class RecognisedUnions implements TradeUnions {

    /** A recognised union and the task group of its representatives. */
    public record Union(String code, String name, String group) {

        static Union of(TradeUnion union) {
            return new Union(
                    union.code(),
                    union.name(),
                    TaskGroup.of(Role.TU, union.slug()).name());
        }
    }

    private final TradeUnionRepository unions;
    private final Notifications notifications;

    RecognisedUnions(TradeUnionRepository unions, Notifications notifications) {
        this.unions = unions;
        this.notifications = notifications;
    }

    public List<Union> all() {
        return unions.findAll().stream().map(Union::of).toList();
    }

    /** The unions that have not answered and whose silence has not been accepted. */
    public List<Union> silent(long consultationId) {
        return unions.silent(consultationId).stream().map(Union::of).toList();
    }

    /** @param key identifies the message, so that each union gets it once */
    public void tell(List<Union> these, String key, String subject, String body, Consultation consultation) {
        these.forEach(union ->
                notifications.send(key + "-" + union.code(), union.group(), subject, body, consultation.subject()));
    }

    void send(List<Reminder> reminders, String about) {
        reminders.forEach(reminder ->
                notifications.send(reminder.key(), reminder.to(), reminder.subject(), reminder.body(), about));
    }

    /** Empty if there is no such union, for which nobody has a role. */
    String slug(String unionCode) {
        return unions.findById(unionCode).map(TradeUnion::slug).orElse("");
    }

    @Override
    public Map<String, String> names() {
        return unions.findAll().stream()
                .collect(Collectors.toMap(TradeUnion::code, TradeUnion::name, (one, same) -> one, TreeMap::new));
    }

    @Override
    public boolean isRecognised(String code) {
        return code != null && unions.findById(code).isPresent();
    }

    @Override
    public String name(String code) {
        return unions.findById(code)
                .map(TradeUnion::name)
                .orElseThrow(() -> new NotFound("No union has the code %s".formatted(code)));
    }
}
