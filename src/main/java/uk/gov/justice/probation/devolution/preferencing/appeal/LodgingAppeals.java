package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Lets a person appeal against their outcome, after their outcome letter and with one open appeal at a time. Within the
 * window the appeal is heard; the panel's chair decides whether to admit a late one (process
 * {@code preference-appeal}). The grounds are stored encrypted, and the engine receives only the appeal's number.
 */
@Service
public class LodgingAppeals {

    /**
     * Whether a person can appeal now.
     *
     * @param closesAt when the window closes; null until that is settled
     * @param late whether the appeal would be late
     * @param obstacle why they cannot, in a sentence for them; null if they can
     */
    public record Possibility(Instant closesAt, boolean late, String obstacle) {}

    /** In characters. */
    public static final int GROUNDS_AT_MOST = 4000;

    private static final String ALREADY_OPEN =
            "You have an appeal that is still open. You can appeal again when it is closed.";

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final AppealRepository appeals;
    private final OutcomeLetters letters;
    private final Placements placements;
    private final ConfidentialRecords records;
    private final AppealAudit audit;
    private final Clock clock;

    LodgingAppeals(
            Cohorts cohorts,
            Consultations consultations,
            AppealRepository appeals,
            OutcomeLetters letters,
            Placements placements,
            ConfidentialRecords records,
            AppealAudit audit,
            Clock clock) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.appeals = appeals;
        this.letters = letters;
        this.placements = placements;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Possibility possibility(long memberId) {
        Member member = cohorts.get(memberId);
        Facts consultation = consultations.get(member.consultationId());
        Instant closesAt = consultation.appealsCloseAt();
        return new Possibility(
                closesAt, closesAt != null && clock.instant().isAfter(closesAt), obstacle(member, consultation));
    }

    /** The person's latest appeal. */
    @Transactional(readOnly = true)
    public Optional<Long> lastOf(long memberId) {
        return appeals.lastOf(memberId);
    }

    /**
     * Saves the appeal and starts its process.
     *
     * @return its id
     * @throws NotAllowedException if the colleague is not the person
     * @throws Refusal with a sentence for the person if it cannot be accepted
     */
    @Transactional
    public long lodge(long memberId, String grounds, Colleague by) {
        Member member = cohorts.get(memberId);
        if (!by.userName().equals(member.staffNumber())) {
            throw new NotAllowedException(
                    "Only the person themself can appeal against their outcome. You are signed in as %s."
                            .formatted(by.userName()));
        }
        Possibility possibility = possibility(memberId);
        if (possibility.obstacle() != null) throw new NotPossibleNow(possibility.obstacle());
        Appeal appeal = lodged(member, !possibility.late());
        records.keep(member.staffNumber(), Kind.APPEAL_GROUNDS, appeal.subject(), checked(grounds), by);
        audit.step(appeal, by.userName(), "APPEAL_LODGED", Map.of("inTime", appeal.inTime()));
        appeal.begin();
        return appeals.save(appeal).id();
    }

    private Appeal lodged(Member member, boolean inTime) {
        Long place = placements.of(member.id()).map(Placement::optionId).orElse(null);
        try {
            return appeals.saveAndFlush(
                    new Appeal(member.consultationId(), member.id(), inTime, place, clock.instant()));
        } catch (DataIntegrityViolationException atTheSameTime) {
            throw new NotPossibleNow(ALREADY_OPEN);
        }
    }

    private String obstacle(Member member, Facts consultation) {
        if (!member.active()) return "You no longer take part in this consultation. Speak to HR of your region.";
        if (consultation.state().ended())
            return "This consultation is closed and its places are no longer held. Speak to HR of your region.";
        if (!letters.written(member.id()))
            return "Your outcome letter is not written yet. You can appeal as soon as you have it.";
        return appeals.countOpenOf(member.id()) > 0 ? ALREADY_OPEN : null;
    }

    private static String checked(String grounds) {
        if (grounds == null || grounds.isBlank()) throw new BreaksRules("grounds", "Enter why you appeal");
        if (grounds.length() > GROUNDS_AT_MOST)
            throw new BreaksRules(
                    "grounds", "What you write must be %,d characters or fewer".formatted(GROUNDS_AT_MOST));
        return grounds.strip();
    }
}
