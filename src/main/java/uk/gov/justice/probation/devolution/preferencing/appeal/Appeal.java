package uk.gov.justice.probation.devolution.preferencing.appeal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.preferencing.PreferencingMessages;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * A person's appeal against the place they were given, or against being given none. Its grounds and the reasons for the
 * decisions are stored encrypted elsewhere. Lock the appeal before taking a step; to look for a place, lock the
 * consultation's places first.
 */
@Entity
class Appeal extends Aggregate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long consultationId;

    @Column(updatable = false)
    private long memberId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AppealState state;

    private LocalDateTime lodgedAt;
    private boolean inTime;
    private Long fromOptionId;
    private Long processInstanceKey;
    private String lateReasonsBy;
    private Boolean admitted;
    private String admissionDecidedBy;
    private String reviewReasonsBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Recommendation recommendation;

    private String reviewedBy;
    private LocalDateTime reviewedAt;
    private String decisionReasonsBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AppealOutcome outcome;

    private String unionCode;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private LocalDateTime placeSearchedAt;
    private Long optionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Arrangement arrangement;

    private LocalDate arrangedOn;
    private String arrangedBy;
    private LocalDateTime closedAt;

    /** The places given in the course of the appeal, to the person and to others, by member id. */
    @ElementCollection
    @CollectionTable(name = "appeal_place", joinColumns = @JoinColumn(name = "appeal_id"))
    @MapKeyColumn(name = "member_id")
    @Column(name = "option_id")
    @SortNatural
    private SortedMap<Long, Long> places = new TreeMap<>();

    @Version
    private int version;

    protected Appeal() {}

    /** @param fromOptionId the place the person has now; null if they have none */
    Appeal(long consultationId, long memberId, boolean inTime, Long fromOptionId, Instant lodgedAt) {
        this.consultationId = consultationId;
        this.memberId = memberId;
        this.inTime = inTime;
        this.fromOptionId = fromOptionId;
        this.lodgedAt = Utc.of(lodgedAt);
        this.state = inTime ? AppealState.LODGED : AppealState.LATE;
    }

    /** Called once it is saved and has its number. Starts its process. */
    void begin() {
        register(PreferencingMessages.appealLodged(id));
    }

    /** @throws CannotSucceedException if another process is already handling it */
    void open(long processInstance) {
        if (processInstanceKey != null && processInstanceKey != processInstance) {
            throw new CannotSucceedException(
                    "Appeal %d is heard by another process already. Cancel this one in Operate".formatted(id));
        }
        processInstanceKey = processInstance;
        if (state == AppealState.LODGED) state = AppealState.ADMITTED;
    }

    /** Whether the appeal is waiting for this step. */
    boolean waitsFor(AppealStep step) {
        return state == step.state();
    }

    /** @throws NotPossibleNow if the appeal is not waiting for this step, or no longer */
    void mustWaitFor(AppealStep step) {
        if (waitsFor(step)) return;
        throw new NotPossibleNow(
                "This appeal no longer waits for %s. Load the page again to see its state.".formatted(step.inWords()));
    }

    void reasonsWritten(AppealStep step, String by) {
        switch (step) {
            case ADMISSION -> lateReasonsBy = by;
            case REVIEW -> reviewReasonsBy = by;
            case DECISION -> decisionReasonsBy = by;
        }
    }

    /** Who wrote the reasons for this step; null if there are none yet. */
    String reasonsBy(AppealStep step) {
        return switch (step) {
            case ADMISSION -> lateReasonsBy;
            case REVIEW -> reviewReasonsBy;
            case DECISION -> decisionReasonsBy;
        };
    }

    private void mustHaveReasons(AppealStep step) {
        if (reasonsBy(step) != null) return;
        throw new BreaksRules(
                "There are no reasons for %s on the appeal's page. Write them there, then complete this task again."
                        .formatted(step.inWords()));
    }

    /** @throws BreaksRules if it has no reasons yet */
    void admit(boolean heard, String by) {
        mustHaveReasons(AppealStep.ADMISSION);
        admitted = heard;
        admissionDecidedBy = by;
        state = heard ? AppealState.ADMITTED : AppealState.REFUSED;
    }

    void refuse() {
        state = AppealState.REFUSED;
    }

    /** @throws BreaksRules if it has no reasons yet */
    void review(Recommendation recommended, String by, Instant at) {
        mustHaveReasons(AppealStep.REVIEW);
        recommendation = recommended;
        reviewedBy = by;
        reviewedAt = Utc.of(at);
        state = AppealState.REVIEWED;
    }

    /** @throws BreaksRules if it has no reasons yet */
    void decide(AppealOutcome decision, String withUnion, String by, Instant at) {
        mustHaveReasons(AppealStep.DECISION);
        outcome = decision;
        unionCode = withUnion;
        decidedBy = by;
        decidedAt = Utc.of(at);
        state = AppealState.DECIDED;
    }

    /**
     * Records that a better place was looked for.
     *
     * @throws CannotSucceedException if the panel did not uphold the appeal at least partly
     */
    void searchPlace(Instant at) {
        if (outcome == null || outcome == AppealOutcome.REJECTED) {
            throw new CannotSucceedException(
                    "Appeal %d was not upheld, so no place is looked for. Check the variable appealOutcome"
                            .formatted(id));
        }
        placeSearchedAt = Utc.of(at);
    }

    /** In the course of the appeal a place was given, to the person or to somebody else. */
    void give(long member, long option) {
        places.put(member, option);
    }

    /** The person has got a better place, through this appeal or in the course of another. */
    void placeFound(long option) {
        optionId = option;
    }

    void arrange(Arrangement made, LocalDate on, String by) {
        arrangement = made;
        arrangedOn = on;
        arrangedBy = by;
    }

    /** The letter has been sent. The consultation's process may be waiting for its last appeal and checks again. */
    void close(Instant at) {
        closedAt = Utc.of(at);
        if (state != AppealState.REFUSED) state = AppealState.CLOSED;
        register(PreferencingMessages.appealClosed(consultationId, id));
    }

    Long id() {
        return id;
    }

    long consultationId() {
        return consultationId;
    }

    long memberId() {
        return memberId;
    }

    AppealState state() {
        return state;
    }

    LocalDateTime lodgedAt() {
        return lodgedAt;
    }

    boolean inTime() {
        return inTime;
    }

    Long fromOptionId() {
        return fromOptionId;
    }

    Boolean admitted() {
        return admitted;
    }

    Recommendation recommendation() {
        return recommendation;
    }

    String reviewedBy() {
        return reviewedBy;
    }

    AppealOutcome outcome() {
        return outcome;
    }

    String unionCode() {
        return unionCode;
    }

    String decidedBy() {
        return decidedBy;
    }

    LocalDateTime decidedAt() {
        return decidedAt;
    }

    boolean placeSearched() {
        return placeSearchedAt != null;
    }

    Long optionId() {
        return optionId;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    /** Option ids by member id. */
    SortedMap<Long, Long> places() {
        return Collections.unmodifiableSortedMap(places);
    }

    boolean open() {
        return closedAt == null;
    }

    /** Its name in the audit, and the key of its encrypted texts. */
    String subject() {
        return subject(id);
    }

    static String subject(long id) {
        return "appeal/" + id;
    }
}
