package uk.gov.justice.probation.devolution.preferencing.appeal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** A person's appeal against the place they were given, or against being given none. What it says and why it was decided so is sealed elsewhere. */
@Entity
class Appeal {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private long consultationId;
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

  @Version private int version;

  protected Appeal() {}

  /** @param fromOptionId the place the person has now; null where they have none */
  Appeal(long consultationId, long memberId, boolean inTime, Long fromOptionId, Instant lodgedAt) {
    this.consultationId = consultationId;
    this.memberId = memberId;
    this.inTime = inTime;
    this.fromOptionId = fromOptionId;
    this.lodgedAt = Utc.of(lodgedAt);
    this.state = inTime ? AppealState.LODGED : AppealState.LATE;
  }

  void opened(long processInstance) {
    if (processInstanceKey != null && processInstanceKey != processInstance) {
      throw new CannotSucceedException("Appeal %d is heard by another process already. Cancel this one in Operate".formatted(id));
    }
    processInstanceKey = processInstance;
    if (state == AppealState.LODGED) state = AppealState.ADMITTED;
  }

  void reasonsWritten(AppealStep step, String by) {
    switch (step) {
      case ADMISSION -> lateReasonsBy = by;
      case REVIEW -> reviewReasonsBy = by;
      case DECISION -> decisionReasonsBy = by;
    }
  }

  /** Who wrote the reasons of this step; null while there are none. */
  String reasonsBy(AppealStep step) {
    return switch (step) {
      case ADMISSION -> lateReasonsBy;
      case REVIEW -> reviewReasonsBy;
      case DECISION -> decisionReasonsBy;
    };
  }

  /** Whether this step is the one the appeal waits for. */
  boolean waitsFor(AppealStep step) {
    return state == step.state();
  }

  void admission(boolean admit, String by) {
    admitted = admit;
    admissionDecidedBy = by;
    state = admit ? AppealState.ADMITTED : AppealState.REFUSED;
  }

  void refused() {
    state = AppealState.REFUSED;
  }

  void reviewed(Recommendation recommended, String by, Instant at) {
    recommendation = recommended;
    reviewedBy = by;
    reviewedAt = Utc.of(at);
    state = AppealState.REVIEWED;
  }

  void decided(AppealOutcome decision, String withUnion, String by, Instant at) {
    outcome = decision;
    unionCode = withUnion;
    decidedBy = by;
    decidedAt = Utc.of(at);
    state = AppealState.DECIDED;
  }

  void placeSearched(Instant at) {
    placeSearchedAt = Utc.of(at);
  }

  void placeFound(long option) {
    optionId = option;
  }

  void arranged(Arrangement made, LocalDate on, String by) {
    arrangement = made;
    arrangedOn = on;
    arrangedBy = by;
  }

  void closed(Instant at) {
    closedAt = Utc.of(at);
    if (state != AppealState.REFUSED) state = AppealState.CLOSED;
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

  boolean open() {
    return closedAt == null;
  }

  /** The audit's word for it, and what its sealed texts are kept under. */
  String subject() {
    return "appeal/" + id;
  }
}
