package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Candidate;

/**
 * Checks an outcome, whether recorded or corrected, against the code list and the rules of a session
 * ({@link SessionRules}).
 */
@Service
public class CheckingOutcomes {
    /**
     * It was planned while its project ran that day: what the project does since then takes nothing from what was
     * worked.
     */
    private static final Set<DayOfWeek> AS_PLANNED = EnumSet.allOf(DayOfWeek.class);

    private final OutcomeCodes codes;
    private final UnpaidWorkSessions sessions;
    private final OnePersonBatch people;
    private final AttendedElsewhereQuery elsewhere;
    private final Clock clock;

    CheckingOutcomes(
            OutcomeCodes codes,
            UnpaidWorkSessions sessions,
            OnePersonBatch people,
            AttendedElsewhereQuery elsewhere,
            Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.people = people;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /**
     * A valid outcome.
     *
     * @param from when the person came, like {@code until} when they left; the planned time if nothing else was
     *     entered, and null if the outcome credits nothing
     */
    public record Checked(OutcomeCode code, LocalTime from, LocalTime until, int penaltyMinutes) {}

    /** @throws BreaksRules with every rule that the outcome breaks */
    public Checked check(Session session, Order order, Outcome outcome) {
        List<BrokenRule> broken = new ArrayList<>();
        OutcomeCode code = codes.find(outcome.code()).orElse(null);
        if (code == null)
            broken.add(new BrokenRule(
                    "outcomeCode", outcome.code() == null ? "is missing" : "is not a contact outcome of unpaid work"));
        for (var rating : Map.of(
                        "quality",
                        Optional.ofNullable(outcome.quality()),
                        "behaviour",
                        Optional.ofNullable(outcome.behaviour()))
                .entrySet()) {
            if (rating.getValue().isPresent()
                    && !codes.ratings().containsKey(rating.getValue().get()))
                broken.add(new BrokenRule(rating.getKey(), "is not a rating"));
        }
        boolean credits = code != null && code.credits();
        LocalTime from = credits && outcome.workedFrom() != null ? outcome.workedFrom() : session.start();
        LocalTime until = credits && outcome.workedUntil() != null ? outcome.workedUntil() : session.end();
        int penalty = credits ? outcome.penaltyMinutes() : 0;
        if (code != null)
            broken.addAll(SessionRules.brokenBy(
                    candidate(session, order, from, until, code, penalty, outcome), LocalDateTime.now(clock)));
        if (code != null && code.attended())
            attendedBeside(session)
                    .or(() -> attendedElsewhere(
                            session, order, code, session.planned().within(from, until)))
                    .ifPresent(broken::add);
        if (outcome.verySerious() && code != null && !code.enforceable())
            broken.add(new BrokenRule("verySerious", "can only be said of a failure"));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        return new Checked(code, credits ? from : null, credits ? until : null, penalty);
    }

    /** Nobody is at two sessions at once: hours of an order count once. */
    private Optional<BrokenRule> attendedBeside(Session session) {
        List<String> attended = codes.all().stream()
                .filter(OutcomeCode::attended)
                .map(OutcomeCode::code)
                .toList();
        return sessions
                .attended(
                        session.id(),
                        session.orderId(),
                        session.on().minusDays(1),
                        session.on().plusDays(1),
                        attended)
                .stream()
                .filter(other -> other.planned().meets(session.planned()))
                .findFirst()
                .map(other -> new BrokenRule(
                        "outcomeCode",
                        "would count these hours twice: the session from %s of the same order has been attended"
                                .formatted(other.planned().inWords())));
    }

    /** Nor do hours count for two orders of a person, unless their requirements are concurrent. */
    private Optional<BrokenRule> attendedElsewhere(Session session, Order order, OutcomeCode code, TimeWorked worked) {
        return people.lock(List.of(order.id())) && elsewhere.any(session, order, code, worked)
                ? Optional.of(new BrokenRule("outcomeCode", SessionRules.COUNTED_ELSEWHERE))
                : Optional.empty();
    }

    private Candidate candidate(
            Session session,
            Order order,
            LocalTime from,
            LocalTime until,
            OutcomeCode code,
            int penalty,
            Outcome outcome) {
        return new Candidate(
                session.on(),
                from,
                until,
                order.sentenceDate(),
                null,
                AS_PLANNED,
                code,
                penalty,
                outcome.notes(),
                outcome.sensitive(),
                session.sensitive());
    }
}
