package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.RoundClosed;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Everybody's rows as they were when the last person's time to answer ended. They are fixed in the step that closes the
 * round, before the secret is read for the seed, and their root is shown and told from then on.
 */
@Service
public class FixedRows {

    /** @param root in hexadecimal */
    public record AtClosing(int people, String root, AllocationRequest request) {}

    private final ClosingRowsRepository kept;
    private final AllocationRequests requests;
    private final DrawNumbers numbers;
    private final Draws draws;
    private final Words words;
    private final Consultations consultations;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    FixedRows(
            ClosingRowsRepository kept,
            AllocationRequests requests,
            DrawNumbers numbers,
            Draws draws,
            Words words,
            Consultations consultations,
            Notifications notifications,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.kept = kept;
        this.requests = requests;
        this.numbers = numbers;
        this.draws = draws;
        this.words = words;
        this.consultations = consultations;
        this.notifications = notifications;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Empty while somebody can still answer, and in a round that a former release closed. */
    @Transactional(readOnly = true)
    public Optional<AtClosing> of(long consultationId) {
        return kept.findById(consultationId)
                .map(rows -> new AtClosing(rows.people(), rows.root(), request(rows.request())));
    }

    /** From now on nobody's row changes who has answered. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(RoundClosed closed) {
        Round round = closed.round();
        if (!round.hasSecret()) return;
        Facts consultation = consultations.get(round.consultationId());
        numbers.draw(consultation.id());
        AllocationRequest request = requests.atClosing(consultation.id());
        draws.fix(round, request);
        int people = request.applicants().size();
        kept.save(new ClosingRows(
                consultation.id(), clock.instant(), people, round.rowsRoot(), written(RecordedRequest.of(request))));
        audit.record(
                "system",
                "DRAW_ROWS_FIXED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("people", people, "rowsRoot", round.rowsRoot()));
        told(consultation)
                .forEach(group -> notifications.send(
                        "rows-fixed-%d-%s".formatted(consultation.id(), group),
                        group,
                        "%s: what everybody asked for is fixed".formatted(consultation.title()),
                        "The last person's time to answer has ended. The root of everybody's rows is %s. Keep this message: with it you can check later that nobody's row was changed. The page of the draw says how."
                                .formatted(round.rowsRoot()),
                        consultation.subject()));
    }

    /** The request from which the places are shared out. */
    AllocationRequest kept(Round round, AllocationRequest today) {
        if (round.rowsRoot() == null) return today;
        return of(round.consultationId())
                .map(closing -> SinceClosing.kept(closing.request(), today))
                .orElse(today);
    }

    private Set<String> told(Facts consultation) {
        Set<String> groups = new TreeSet<>();
        words.parties(consultation).forEach(party -> groups.add(party.group().name()));
        for (Role role : new Role[] {Role.RPD, Role.PREFERENCE_PANEL, Role.APPEAL_CHAIR})
            groups.add(TaskGroup.of(role, consultation.regionCode()).name());
        return groups;
    }

    private AllocationRequest request(String kept) {
        try {
            return json.readValue(kept, RecordedRequest.class).request();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows at closing cannot be read", e);
        }
    }

    private String written(RecordedRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows at closing cannot be written as JSON", e);
        }
    }
}
