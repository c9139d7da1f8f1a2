package uk.gov.justice.probation.devolution.handover;

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
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/** One row of the plan for one region, as it stood when it was launched, and how far it has come. */
@Entity
public class Handover {
  private static final String LIST_SEPARATOR = "\\|";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private long regionalProgrammeId;
  private String planRowId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private HandoverKind kind;

  private String regionCode;
  private String service;
  private String scope;
  private String fromUnits;
  private String toUnit;
  private LocalDate windowStart;
  private LocalDate due;
  private LocalDate plannedDate;
  private String gates;
  private boolean replay;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private HandoverState state;

  private Long processInstanceKey;
  private Long goTask;
  private int round;
  private Integer inScope;
  private Integer openWork;
  private int moved;
  private int leftBehind;
  private LocalDateTime inventoryTakenAt;
  private LocalDateTime transferredAt;
  private LocalDateTime closedAt;

  @Version private int version;

  protected Handover() {}

  /** @param due the plan's date by which it is to be done; null where the plan states none, and then nothing is ever escalated */
  public Handover(
      long regionalProgrammeId, String planRowId, HandoverKind kind, String regionCode, String service, String scope, String fromUnits, String toUnit,
      LocalDate windowStart, LocalDate due, String gates) {
    this.regionalProgrammeId = regionalProgrammeId;
    this.planRowId = planRowId;
    this.kind = kind;
    this.regionCode = regionCode;
    this.service = service;
    this.scope = scope;
    this.fromUnits = fromUnits;
    this.toUnit = toUnit;
    this.windowStart = windowStart;
    this.due = due;
    this.plannedDate = due == null ? windowStart : due;
    this.gates = gates;
    this.state = HandoverState.PLANNED;
  }

  /** A plan whose days were past when it was launched is replayed: its own days stand for this handover. */
  public Handover launchedOn(LocalDate day) {
    this.replay = plannedDate.isBefore(day);
    return this;
  }

  void opened(long processInstanceKey, boolean waitsForSiteMove) {
    this.processInstanceKey = processInstanceKey;
    if (state == HandoverState.PLANNED || state == HandoverState.WAITING) state = waitsForSiteMove ? HandoverState.WAITING : HandoverState.INVENTORY;
  }

  void inventoryTaken(int inScope, int openWork, Instant at) {
    this.inScope = inScope;
    this.openWork = openWork;
    this.inventoryTakenAt = Utc.of(at);
    this.state = HandoverState.INVENTORY;
  }

  void enters(HandoverState next) {
    this.state = next;
  }

  /** @param task of the decision; null where its process cannot be told that it is taken back */
  void goes(Long task) {
    this.goTask = task;
    this.state = HandoverState.SCHEDULED;
  }

  void goTakenBack() {
    this.goTask = null;
    this.state = HandoverState.DECISION;
  }

  /** The user task of the go that stands; null where it cannot be taken back. */
  Long goTask() {
    return goTask;
  }

  void plannedFor(LocalDate date) {
    this.plannedDate = date;
  }

  int nextRound() {
    return ++round;
  }

  void counted(int moved, int leftBehind) {
    this.moved = moved;
    this.leftBehind = leftBehind;
  }

  /** Whether both owners have signed. */
  boolean isTransferred() {
    return transferredAt != null;
  }

  void transferred(Instant at, HandoverState next) {
    this.transferredAt = Utc.of(at);
    this.state = next;
  }

  void ended(HandoverState end, Instant at) {
    this.state = end;
    this.closedAt = Utc.of(at);
  }

  /** A milestone is reached: there is nothing to move. */
  public void reached(Instant at) {
    ended(HandoverState.CLOSED, at);
  }

  public Long id() {
    return id;
  }

  public long regionalProgrammeId() {
    return regionalProgrammeId;
  }

  public String planRowId() {
    return planRowId;
  }

  public HandoverKind kind() {
    return kind;
  }

  public String regionCode() {
    return regionCode;
  }

  public String service() {
    return service;
  }

  public String scope() {
    return scope;
  }

  public List<String> fromUnits() {
    return fromUnits.isBlank() ? List.of() : List.of(fromUnits.split(LIST_SEPARATOR));
  }

  public String toUnit() {
    return toUnit;
  }

  public LocalDate windowStart() {
    return windowStart;
  }

  public LocalDate due() {
    return due;
  }

  public LocalDate plannedDate() {
    return plannedDate;
  }

  public List<Gate> gates() {
    return gates.isBlank() ? List.of() : Arrays.stream(gates.split(LIST_SEPARATOR)).map(Gate::valueOf).toList();
  }

  boolean isReplay() {
    return replay;
  }

  public HandoverState state() {
    return state;
  }

  public Integer inScope() {
    return inScope;
  }

  public Integer openWork() {
    return openWork;
  }

  public int round() {
    return round;
  }

  public int moved() {
    return moved;
  }

  public int leftBehind() {
    return leftBehind;
  }

  /** What the tasks of its processes are about. */
  public TaskSubject asTaskSubject() {
    return new TaskSubject("handoverId", id, subject(), regionCode);
  }

  /** Whether this process may work on it: its window is open, it has not ended, and no other process has it. */
  boolean isFor(long instance, LocalDate today) {
    return !state.ended() && !windowStart.isAfter(today) && (processInstanceKey == null || processInstanceKey == instance);
  }

  /** Whether everything is prepared and its day has come. */
  boolean isToMove(LocalDate today) {
    boolean prepared = state == (kind == HandoverKind.SITE_MOVE ? HandoverState.GATES : HandoverState.SCHEDULED);
    return prepared && !plannedDate.isAfter(today);
  }

  /** The audit's word for it. */
  public String subject() {
    return "handover/" + id;
  }
}
