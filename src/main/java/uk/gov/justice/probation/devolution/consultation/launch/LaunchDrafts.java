package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Launches that HR prepares in the console, step by step. Nobody takes part and nobody is told before one is launched
 * ({@link LaunchingDrafts}).
 */
@Service
public class LaunchDrafts {

    /** How places are shared out; a day that is null is worked out later. */
    public record Terms(String objective, int maxChoices, int mobilityLimit, LocalDate preferencesCloseOn) {}

    private final LaunchDraftRepository drafts;
    private final OwnDrafts own;
    private final LaunchRules rules;
    private final ConsultationNames names;
    private final Clock clock;

    LaunchDrafts(LaunchDraftRepository drafts, OwnDrafts own, LaunchRules rules, ConsultationNames names, Clock clock) {
        this.drafts = drafts;
        this.own = own;
        this.rules = rules;
        this.names = names;
        this.clock = clock;
    }

    /** Those that the colleague prepares, the newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Colleague colleague) {
        return drafts.findByOwnerOrderByIdDesc(colleague.userName()).stream()
                .map(LaunchDraft::draft)
                .toList();
    }

    @Transactional(readOnly = true)
    public Draft get(long id, Colleague by) {
        return own.get(id, by).draft();
    }

    /**
     * @throws BreaksRules if the name cannot be one
     * @throws uk.gov.justice.probation.devolution.refusal.Taken if a consultation has it
     */
    @Transactional
    public long begin(String name, String regionCode, Colleague by) {
        rules.mustBeHr(regionCode, by);
        return drafts.save(new LaunchDraft(by.userName(), regionCode, free(name), clock.instant()))
                .draft()
                .id();
    }

    /** As {@link #begin}, for one that was begun. */
    @Transactional
    public void name(long id, String name, Colleague by) {
        own.change(id, by).name(free(name));
    }

    /** @throws NotPossibleNow with every reason if there is no such unit, site or grade */
    @Transactional
    public void scope(long id, String unitCode, List<String> sites, List<String> grades, Colleague by) {
        LaunchDraft draft = own.change(id, by);
        Launch launch = new Launch(null, draft.regionCode(), unitCode, sites, grades, null, null, null, null);
        List<String> broken = rules.brokenScope(launch);
        if (!broken.isEmpty()) throw new NotPossibleNow(broken);
        draft.known(launch.unitCode(), launch.sites(), launch.grades());
    }

    /** @throws BreaksRules with each broken rule and its field */
    @Transactional
    public void terms(long id, Terms terms, Colleague by) {
        LaunchDraft draft = own.change(id, by);
        List<BrokenRule> broken = rules.brokenTerms(new Launch(
                draft.regionCode(),
                null,
                null,
                terms.objective(),
                terms.maxChoices(),
                terms.mobilityLimit(),
                terms.preferencesCloseOn()));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        draft.sharedOut(terms.objective(), terms.maxChoices(), terms.mobilityLimit(), terms.preferencesCloseOn());
    }

    /** It is given up: nothing of it stays. */
    @Transactional
    public void giveUp(long id, Colleague by) {
        drafts.delete(own.change(id, by));
    }

    private String free(String entered) {
        String name = entered == null ? "" : entered.strip();
        if (name.isEmpty()) throw new BreaksRules("name", "Enter a name for the consultation");
        ConsultationNames.problem(name).ifPresent(problem -> {
            throw new BreaksRules("name", problem);
        });
        names.mustBeFree(name);
        return name;
    }
}
