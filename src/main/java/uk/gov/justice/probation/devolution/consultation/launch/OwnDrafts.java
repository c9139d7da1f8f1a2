package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;

/** A launch that is prepared is for whoever began it, as long as they are HR of its region. */
@Component
class OwnDrafts {
    private final LaunchDraftRepository drafts;
    private final LaunchRules rules;
    private final Clock clock;

    OwnDrafts(LaunchDraftRepository drafts, LaunchRules rules, Clock clock) {
        this.drafts = drafts;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws NotFound if there is none of this number that is theirs */
    public LaunchDraft get(long id, Colleague by) {
        return own(drafts.findById(id), id, by);
    }

    /** As {@link #get}, locked until the transaction ends, and changed now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LaunchDraft change(long id, Colleague by) {
        LaunchDraft draft = own(drafts.lockById(id), id, by);
        draft.changed(clock.instant());
        return draft;
    }

    private LaunchDraft own(Optional<LaunchDraft> found, long id, Colleague by) {
        LaunchDraft draft = found.orElseThrow(() -> unknown(id));
        rules.mustBeHr(draft.regionCode(), by);
        if (!draft.belongsTo(by.userName())) throw unknown(id);
        return draft;
    }

    private static NotFound unknown(long id) {
        return new NotFound(
                "You have no draft with the number %d. It was launched or deleted, or it belongs to somebody else. The page 'Launch a consultation' lists your drafts."
                        .formatted(id));
    }
}
