package uk.gov.justice.probation.devolution.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** The consultations: what each is about, and its state. */
@Service
public class Consultations {

    /**
     * A consultation, as others read it.
     *
     * @param unitCode the unit whose staff are consulted; null for every unit of the region
     * @param sites the sites whose staff are consulted; empty for all
     * @param grades the grades consulted; empty for all
     * @param objective the name of an {@link Objective}
     * @param oneLevel whether a place that was not asked for counts the same for everybody; otherwise, in older
     *     consultations, as the rank after each person's own last
     * @param individualStageAt when individual steps became possible; null before
     * @param preferencesCloseAt null until set by HR or by default
     */
    public record Facts(
            long id,
            String regionCode,
            String regionName,
            String unitCode,
            List<String> sites,
            List<String> grades,
            String title,
            ConsultationState state,
            String objective,
            int maxChoices,
            boolean oneLevel,
            int mobilityLimitMinutes,
            Instant launchedAt,
            Instant individualStageAt,
            Instant preferencesCloseAt,
            Instant appealsCloseAt,
            Instant closedAt,
            Long processInstanceKey) {

        public String regionSlug() {
            return regionCode.toLowerCase(Locale.ROOT);
        }

        /** Its subject in audit entries and confidential records. */
        public String subject() {
            return Consultations.subject(id);
        }

        public Objective aim() {
            return Objective.valueOf(objective);
        }

        /** What the aim rewards, and what a short list does: for whoever makes a list. */
        public String advice() {
            return countsAsAimed()
                    ? aim().advice()
                    : "A place that you do not name counts as the choice after your last one. So a short list makes its first choice less likely: name every place that you would take.";
        }

        /** The same of a list that counted, for whoever reads what came of it. */
        public String hindsight() {
            return countsAsAimed()
                    ? aim().hindsight()
                    : "A place that you did not name counted as the choice after your last one, so a short list made its first choice less likely.";
        }

        /** Whether a short list does what the aim says of it. */
        private boolean countsAsAimed() {
            return oneLevel || aim() == Objective.DRAW;
        }

        /** How many of the places offered to somebody their list may name. */
        public int longestList(int offered) {
            return aim() == Objective.DRAW ? offered : maxChoices;
        }

        /**
         * The rank of a place that somebody did not ask for, after the longest list there may be or is; null if it is
         * the rank after their own last.
         */
        public Integer notAskedRank(int longestList) {
            return oneLevel ? Integer.valueOf(1 + Math.max(maxChoices, longestList)) : null;
        }

        public boolean isIndividual() {
            return individualStageAt != null;
        }
    }

    private final ConsultationRepository consultations;
    private final CohortMemberRepository members;

    Consultations(ConsultationRepository consultations, CohortMemberRepository members) {
        this.consultations = consultations;
        this.members = members;
    }

    /** For example {@code consultation/12}. */
    public static String subject(long id) {
        return "consultation/" + id;
    }

    /** @throws CannotSucceedException if there is no such consultation */
    public Facts get(long id) {
        return consultations.get(id).facts();
    }

    public Optional<Facts> find(long id) {
        return consultations.findById(id).map(Consultation::facts);
    }

    /** The process instance of the consultation in which the member takes part; empty if there is none. */
    public List<Long> processOf(long memberId) {
        return consultations.processOf(memberId);
    }

    /**
     * The consultation, locked until the transaction ends, so that two deliveries of the same step run one after the
     * other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Facts lock(long id) {
        return consultations.lock(id).facts();
    }

    /** Newest first. */
    public List<Facts> all() {
        return facts(consultations.findAllByOrderByIdDesc());
    }

    /** Those with these ids, newest first. */
    public List<Facts> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : facts(consultations.findByIdInOrderByIdDesc(ids));
    }

    /**
     * Moves a consultation on to this state. If it is already there or beyond, it does not change, except to return to
     * the panel.
     */
    @Transactional
    public void moveTo(long id, ConsultationState next) {
        if (consultations.lock(id).goOnTo(next) && next == ConsultationState.PREFERENCES) announceThoseNotListed(id);
    }

    /**
     * Announces again anybody who joined after the one-to-ones were listed and before the preferences began, because
     * nothing was waiting for the first announcement any more.
     */
    private void announceThoseNotListed(long id) {
        members.notListed(id).forEach(member -> {
            member.announce();
            members.save(member);
        });
    }

    @Transactional
    public void preferencesCloseAt(long id, Instant at) {
        consultations.lock(id).preferencesClose(at);
    }

    @Transactional
    public void appealsCloseAt(long id, Instant at) {
        consultations.lock(id).appealsClose(at);
    }

    /**
     * Checked by every individual step first.
     *
     * @throws BeforeIndividualStageException if the individual stage has not been opened
     */
    public Facts mustBeIndividual(long id) {
        Consultation consultation = consultations.get(id);
        consultation.mustBeIndividual();
        return consultation.facts();
    }

    private static List<Facts> facts(List<Consultation> several) {
        return several.stream().map(Consultation::facts).toList();
    }
}
