package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The preference panel. It looks at everybody whom the allocation could not give what they asked for. It moves people
 * one by one, each with a reason and after seeing the effect. The hard rules bind the panel too.
 */
@Service
public class Panel {
    public static final Role ROLE = Role.PREFERENCE_PANEL;

    private final PanelTables tables;
    private final MoveEffects effects;
    private final Rounds rounds;
    private final PanelMoves moves;
    private final ConfidentialRecords confidential;
    private final AuditTrail audit;

    Panel(
            PanelTables tables,
            MoveEffects effects,
            Rounds rounds,
            PanelMoves moves,
            ConfidentialRecords confidential,
            AuditTrail audit) {
        this.tables = tables;
        this.effects = effects;
        this.rounds = rounds;
        this.moves = moves;
        this.confidential = confidential;
        this.audit = audit;
    }

    /** @throws NotPossibleNow before the official allocation */
    @Transactional(readOnly = true)
    public PanelTable table(long consultationId) {
        return tables.of(consultationId);
    }

    /** Where the person could go. */
    @Transactional
    public List<Possibility> possibilities(PanelTable table, long memberId) {
        return effects.possibilities(table, memberId);
    }

    /**
     * What a move would do. Changes nothing.
     *
     * @throws NotPossibleNow if a rule forbids it
     */
    @Transactional
    public Effect effect(long consultationId, Proposal proposal) {
        return effects.of(tables.of(consultationId), proposal);
    }

    /**
     * Moves a person, provided that the effect shown still applies.
     *
     * @param version of the effect that was shown
     * @throws ChangedMeanwhileException with the present effect, if something has changed since
     * @throws NotPossibleNow if a rule forbids it
     * @throws BreaksRules if a reason, or what a letter says of it, is missing
     */
    @Transactional
    public Effect move(long consultationId, Proposal proposal, int version, Why why, Colleague by) {
        Round round = rounds.lock(consultationId);
        PanelTable table = tables.of(consultationId);
        mustBeOpen(table, by, "move people in " + table.consultation().title());
        Effect effect = effects.of(table, proposal);
        if (effect.version() != version) throw new ChangedMeanwhileException(effect);
        why.mustSay(effect.changes().size() > 1);
        List<String> reasons = List.of(why.reason(), why.reasonOfOther());
        List<Long> sealed = new ArrayList<>();
        for (int at = 0; at < effect.changes().size(); at++)
            sealed.add(confidential.keep(
                    effect.changes().get(at).person().member().staffNumber(),
                    Kind.PANEL_REASON,
                    table.consultation().subject(),
                    reasons.get(at),
                    by));
        moves.make(consultationId, effect, sealed, why, by.userName());
        round.panelMoved();
        Option from = effect.changes().getFirst().from();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("member", proposal.memberId());
        facts.put("from", from == null ? "" : from.name());
        facts.put("to", effect.changes().getFirst().to().name());
        if (proposal.swapWith() != null) facts.put("swappedWith", proposal.swapWith());
        facts.put("effect", effect.inWords());
        audit.record(
                by.userName(),
                "PANEL_MOVED",
                table.consultation().subject(),
                table.consultation().regionCode(),
                facts);
        return effect;
    }

    /**
     * Records that the panel has looked at these people and leaves them where they are.
     *
     * @return how many
     */
    @Transactional
    public int keep(long consultationId, List<Long> memberIds, Colleague by) {
        rounds.lock(consultationId);
        PanelTable table = tables.of(consultationId);
        mustBeOpen(table, by, "decide about people in " + table.consultation().title());
        List<Long> open = table.open().stream()
                .map(person -> person.member().id())
                .filter(memberIds::contains)
                .toList();
        int kept = moves.keep(consultationId, open, by.userName());
        if (kept > 0)
            audit.record(
                    by.userName(),
                    "PANEL_KEPT",
                    table.consultation().subject(),
                    table.consultation().regionCode(),
                    Map.of("members", open));
        return kept;
    }

    private void mustBeOpen(PanelTable table, Colleague by, String action) {
        by.mustHold(ROLE, table.consultation().regionCode(), action);
        if (table.consultation().state() != ConsultationState.PANEL) {
            throw new NotPossibleNow("The panel of '%s' is not open, so nothing can be changed. Its state: %s."
                    .formatted(
                            table.consultation().title(),
                            table.consultation().state().label()));
        }
    }
}
