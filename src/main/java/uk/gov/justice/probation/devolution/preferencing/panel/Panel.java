package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Score;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The preference panel: looks at everybody the allocation could not give what they asked for, moves named people with a reason after it has seen what the move does, and
 * confirms. Hard rules bind the panel too. From its confirmation on people have their places.
 */
@Service
public class Panel {
  public static final Role ROLE = Role.PREFERENCE_PANEL;
  static final int LONGEST_REASON = 1000;

  /** Why the panel has to look at somebody. */
  public enum ToLookAt {
    NO_PLACE("No place"),
    NOT_ASKED_FOR("A place they did not ask for"),
    UNAVAILABLE("Could not be reached"),
    JOINED_LATE("Joined after the allocation");

    private final String label;

    ToLookAt(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * One person on the panel's table.
   *
   * @param answer what they asked for; null where nothing was recorded
   * @param result of the official allocation; null for who joined after it
   * @param option the place they have now; null: none
   * @param rank of that place; 0 without one
   * @param toLookAt why the panel has to decide about them; null where it need not
   * @param lookedAtBy who of the panel has; null while nobody has
   */
  public record Person(
      Member member, StaffMember staff, Answer answer, Result result, Option option, int rank, boolean ranked, ToLookAt toLookAt, String lookedAtBy) {

    public boolean open() {
      return toLookAt != null && lookedAtBy == null;
    }

    public boolean movedByPanel() {
      return result == null ? option != null : !Objects.equals(result.optionId(), option == null ? null : option.id());
    }
  }

  /** The panel's table. */
  public record Table(Consultations.Facts consultation, Round round, Run run, List<Option> options, List<Person> people, Score score, List<ExperienceWarnings.Warning> warnings) {

    public List<Person> open() {
      return people.stream().filter(Person::open).toList();
    }

    public int placed() {
      return people.size() - score.unplaced();
    }

    public Person person(long memberId) {
      return people.stream().filter(person -> person.member().id() == memberId).findFirst()
          .orElseThrow(() -> new NotPossibleNow("This person no longer takes part in the consultation."));
    }
  }

  /** Where somebody could go: an option the rules allow them, its free places, and who there could change places with them. */
  public record Possibility(Option option, int free, int rank, List<Person> swaps) {}

  /** A move that is considered; {@code swapWith} is the member who takes the place that is left, or null. */
  public record Proposal(long memberId, long toOption, Long swapWith) {}

  /** Where somebody goes by a move; {@code from} is null where they have no place. */
  public record Change(Person person, Option from, int rankBefore, Option to, int rankAfter, boolean asked) {}

  /**
   * What a move does.
   *
   * @param version of the panel's table it holds for
   * @param changes whoever is touched: one person, or two who change places
   * @param comparison negative: better under the objective; 0: as good; positive: worse
   * @param best the best score there could be with this person at that place, if everybody else were placed anew; nothing of that happens
   * @param bestChanges how many others would go elsewhere in it, compared with the official allocation
   */
  public record Effect(Proposal proposal, int version, Objective objective, List<Change> changes, Score before, Score after, int comparison, Score best, int bestChanges) {

    /** "First choices: 12 instead of 13. ...", without a name. */
    public List<String> figures() {
      List<String> figures = new ArrayList<>();
      int ranks = Math.max(before.byRank().size(), after.byRank().size());
      for (int rank = 1; rank <= ranks; rank++) {
        if (before.at(rank) != after.at(rank)) figures.add("People at rank %d: %d instead of %d.".formatted(rank, after.at(rank), before.at(rank)));
      }
      if (before.unplaced() != after.unplaced()) figures.add("People without a place: %d instead of %d.".formatted(after.unplaced(), before.unplaced()));
      if (before.sumOfRanks() != after.sumOfRanks()) figures.add("Sum of ranks: %d instead of %d.".formatted(after.sumOfRanks(), before.sumOfRanks()));
      if (figures.isEmpty()) figures.add("Nobody's rank changes in the count.");
      return figures;
    }

    public String judgement() {
      String aim = Character.toLowerCase(objective.label().charAt(0)) + objective.label().substring(1);
      String how = comparison < 0 ? "better than" : comparison > 0 ? "worse than" : "as good as";
      return "Under the aim of this consultation (%s) the result would be %s the one before the move.".formatted(aim, how);
    }

    String inWords() {
      return "%s %s".formatted(comparison < 0 ? "Better." : comparison > 0 ? "Worse." : "As good.", String.join(" ", figures()));
    }
  }

  /** Something was changed since the effect was shown: it has to be looked at again. */
  public static class ChangedMeanwhileException extends Taken {
    private final transient Effect effect;

    ChangedMeanwhileException(Effect effect) {
      super("Somebody on the panel changed something after this effect was shown. This is what the move does now: look at it again.");
      this.effect = effect;
    }

    public Effect effect() {
      return effect;
    }
  }

  private final Consultations consultations;
  private final PanelTables tables;
  private final MoveEffects effects;
  private final Rounds rounds;
  private final Runs runs;
  private final PanelMoves moves;
  private final ConfidentialRecords confidential;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  Panel(Consultations consultations, PanelTables tables, MoveEffects effects, Rounds rounds, Runs runs, PanelMoves moves, ConfidentialRecords confidential,
      Notifications notifications, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.consultations = consultations;
    this.tables = tables;
    this.effects = effects;
    this.rounds = rounds;
    this.runs = runs;
    this.moves = moves;
    this.confidential = confidential;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Opens the panel on the official allocation, or again on what it confirmed before. */
  @Transactional
  public Table prepare(long consultationId) {
    rounds.lock(consultationId);
    Consultations.Facts consultation = consultations.get(consultationId);
    if (consultation.state().compareTo(ConsultationState.PANEL) > 0) {
      throw new CannotSucceedException("The panel of '%s' has done its work, and the director has not given it back. Cancel this process in Operate".formatted(consultation.title()));
    }
    Run run = runs.official(consultationId).orElseThrow(() -> new NotPossibleNow("There is no allocation yet, so the panel has nothing to look at."));
    moves.lay(consultationId, run.id());
    jdbc.sql("UPDATE preference_round SET panel_opened_at = COALESCE(panel_opened_at, ?) WHERE consultation_id = ?").params(Utc.of(clock.instant()), consultationId).update();
    consultations.moveTo(consultationId, ConsultationState.PANEL);
    return tables.of(consultationId);
  }

  /** @throws NotPossibleNow before the official allocation */
  @Transactional(readOnly = true)
  public Table table(long consultationId) {
    return tables.of(consultationId);
  }

  /** Where somebody could go. */
  @Transactional
  public List<Possibility> possibilities(Table table, long memberId) {
    return effects.possibilities(table, memberId);
  }

  /**
   * What a move would do; nothing is changed.
   *
   * @throws NotPossibleNow where a rule forbids it
   */
  @Transactional
  public Effect effect(long consultationId, Proposal proposal) {
    return effects.of(tables.of(consultationId), proposal);
  }

  /**
   * Moves somebody, if the effect that was shown still holds.
   *
   * @param version of the effect that was shown
   * @throws ChangedMeanwhileException with the effect it has now, where something was changed since
   * @throws NotPossibleNow where a rule forbids it
   * @throws BreaksRules where there is no reason
   */
  @Transactional
  public Effect move(long consultationId, Proposal proposal, int version, String reason, Colleague by) {
    rounds.lock(consultationId);
    Table table = tables.of(consultationId);
    mustBeOpen(table, by, "move people in " + table.consultation().title());
    Effect effect = effects.of(table, proposal);
    if (effect.version() != version) throw new ChangedMeanwhileException(effect);
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) throw new BreaksRules("reason", "Enter why the panel moves this person.");
    if (why.length() > LONGEST_REASON) throw new BreaksRules("reason", "The reason must be %d characters or fewer.".formatted(LONGEST_REASON));
    Long reasonId = null;
    for (Change change : effect.changes()) {
      moves.seat(change.person().member().id(), change.to().id(), by.userName());
      long kept = confidential.keep(change.person().member().staffNumber(), Kind.PANEL_REASON, table.consultation().subject(), why, by);
      if (reasonId == null) reasonId = kept;
    }
    Option from = effect.changes().getFirst().from();
    moves.record(consultationId, proposal.memberId(), from == null ? null : from.id(), proposal.toOption(), proposal.swapWith(), effect.inWords(), reasonId, by.userName());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("member", proposal.memberId());
    facts.put("from", from == null ? "" : from.name());
    facts.put("to", effect.changes().getFirst().to().name());
    if (proposal.swapWith() != null) facts.put("swappedWith", proposal.swapWith());
    facts.put("effect", effect.inWords());
    audit.record(by.userName(), "PANEL_MOVED", table.consultation().subject(), table.consultation().regionCode(), facts);
    return effect;
  }

  /** The panel has looked at these people and leaves them where they are. @return how many */
  @Transactional
  public int keep(long consultationId, List<Long> memberIds, Colleague by) {
    rounds.lock(consultationId);
    Table table = tables.of(consultationId);
    mustBeOpen(table, by, "decide about people in " + table.consultation().title());
    List<Long> open = table.open().stream().map(person -> person.member().id()).filter(memberIds::contains).toList();
    int kept = moves.lookedAt(consultationId, open, by.userName());
    if (kept > 0) audit.record(by.userName(), "PANEL_KEPT", table.consultation().subject(), table.consultation().regionCode(), Map.of("members", open));
    return kept;
  }

  /**
   * Gives everybody the place they have on the panel's table.
   *
   * @throws NotAllowedException where it is not confirmed by the panel of the region
   * @throws AnswerRefusedException with why that cannot be yet
   */
  @Transactional
  public void confirm(long consultationId, TaskAnswer by) {
    rounds.lock(consultationId);
    if (audit.isRecorded("panel-confirmed-" + by.taskInstance())) return;
    Table table = tables.of(consultationId);
    by.mustHold(ROLE, table.consultation().regionCode(), "confirm the results of the preference panel");
    if (table.consultation().state() != ConsultationState.PANEL) return;
    int open = table.open().size();
    if (open > 0) {
      throw new AnswerRefusedException(
          "The panel has not yet decided about %d %s. Open the allocation's page, and for each of them either move them or say that they stay.".formatted(
              open, open == 1 ? "person who has no place, or one they did not ask for" : "people who have no place, or one they did not ask for, or could not be reached"));
    }
    jdbc.sql("""
            INSERT INTO placement (member_id, option_id, run_id, source, confirmed_at)
            SELECT p.member_id, p.option_id, :run, IF(s.member_id IS NULL OR NOT (p.option_id <=> s.option_id), 'PANEL', 'ALLOCATION'), :now
            FROM panel_place p JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1
              LEFT JOIN allocation_result s ON s.run_id = :run AND s.member_id = p.member_id
            WHERE p.consultation_id = :consultation
            ON DUPLICATE KEY UPDATE option_id = VALUES(option_id), run_id = VALUES(run_id), source = VALUES(source), confirmed_at = VALUES(confirmed_at)
            """)
        .param("run", table.run().id()).param("now", Utc.of(clock.instant())).param("consultation", consultationId).update();
    jdbc.sql("UPDATE preference_round SET confirmed_at = ? WHERE consultation_id = ?").params(Utc.of(clock.instant()), consultationId).update();
    audit.recordOnce("panel-confirmed-" + by.taskInstance(), by.by(), "PANEL_CONFIRMED", table.consultation().subject(), table.consultation().regionCode(),
        Map.of("placed", table.placed(), "unplaced", table.score().unplaced(), "byRank", table.score().byRank(), "moves", moves.of(consultationId).size()));
  }

  /** Tells HR once for each opening of the panel that it is overdue. */
  @Transactional
  public void escalate(long consultationId) {
    Consultations.Facts consultation = consultations.get(consultationId);
    Round round = rounds.get(consultationId);
    notifications.send("panel-overdue-%d-%s".formatted(consultationId, round.confirmedAt()), TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
        "The preference panel of %s is overdue".formatted(consultation.title()),
        "The panel has not confirmed the allocation in time. Letters and appeals wait for it. People it has not yet decided about: %d.".formatted(tables.of(consultationId).open().size()),
        consultation.subject());
  }

  private void mustBeOpen(Table table, Colleague by, String action) {
    by.mustHold(ROLE, table.consultation().regionCode(), action);
    if (table.consultation().state() != ConsultationState.PANEL) {
      throw new NotPossibleNow("The panel of '%s' is not open, so nothing can be changed. It stands at: %s.".formatted(
          table.consultation().title(), table.consultation().state().label()));
    }
  }
}
