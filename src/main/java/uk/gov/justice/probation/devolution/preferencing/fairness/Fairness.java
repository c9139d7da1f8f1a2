package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.ConsultationClosed;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.suppression.Merging;
import uk.gov.justice.probation.devolution.suppression.Suppression;

/**
 * Makes the tables that show whether places were shared out fairly: when the panel opens, when it has confirmed, and
 * when somebody asks for those of a what-if run. Once made they do not change. In what groups people are is kept sealed
 * until the consultation closes.
 */
@Service
public class Fairness {
    private static final String SYSTEM = "system";

    private final Bases bases;
    private final Publications publications;
    private final ReadingPeople reading;
    private final Groups groups;
    private final WhatPeopleGot got;
    private final Rounds rounds;
    private final Runs runs;

    Fairness(
            Bases bases,
            Publications publications,
            ReadingPeople reading,
            Groups groups,
            WhatPeopleGot got,
            Rounds rounds,
            Runs runs) {
        this.bases = bases;
        this.publications = publications;
        this.reading = reading;
        this.groups = groups;
        this.got = got;
        this.rounds = rounds;
        this.runs = runs;
    }

    /** What has been made, earliest first. */
    @Transactional(readOnly = true)
    public List<Publication> made(long consultationId) {
        return publications.of(consultationId);
    }

    /** The tables of a publication. */
    public FairnessTables tables(Publication publication) {
        return publications.read(publication);
    }

    /** Which outcomes are counted together of these counts, so that nothing shown before tells of a few. */
    @Transactional(readOnly = true)
    public Merging totals(long consultationId, List<Integer> counts) {
        return bases.find(consultationId)
                .map(basis -> Suppression.totals(counts, basis.pattern().outcomes()))
                .orElseGet(() -> Suppression.totals(counts));
    }

    /** Makes the tables of the official allocation, once. The round must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allocated(Run official) {
        if (bases.find(official.consultationId()).isPresent()) return;
        People people = reading.of(official);
        Basis basis = Basis.of(groups.of(official, people), got.in(official, official.id(), people));
        keep(official.consultationId(), null, "The allocation", basis, SYSTEM);
    }

    /** Makes the tables of what the panel has confirmed. The round must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(Run official) {
        allocated(official);
        next(official.consultationId(), null, "After the panel", got.now(official, reading.of(official)), SYSTEM);
    }

    /**
     * Makes the tables of a what-if run, if they are not yet made.
     *
     * @throws NotPossibleNow if there is no such run, before the panel opens, and once the consultation has closed
     */
    @Transactional
    public void whatIf(long consultationId, Long runId, Colleague by) {
        if (runId == null) throw new NotPossibleNow("Choose a what-if run");
        Run run = runs.whatIfs(consultationId).stream()
                .filter(one -> one.id() == runId)
                .findFirst()
                .orElseThrow(() -> new NotPossibleNow("This what-if run is not one of this consultation."));
        rounds.lock(consultationId);
        if (made(consultationId).stream().anyMatch(one -> runId.equals(one.whatIfRunId()))) return;
        if (bases.find(consultationId).isEmpty())
            throw new NotPossibleNow(
                    made(consultationId).isEmpty()
                            ? "The tables of the allocation come first. They are made when the panel opens."
                            : "The consultation is closed, so no more tables are made.");
        Run official = runs.official(consultationId).orElseThrow();
        next(
                consultationId,
                runId,
                "What if: %s".formatted(run.name()),
                got.in(official, runId, reading.of(official)),
                by.userName());
    }

    /** From now on nothing more is made, so in what groups people were is forgotten. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(ConsultationClosed closed) {
        bases.forget(closed.consultationId());
    }

    private void next(long consultationId, Long whatIfRunId, String title, Map<Long, Got> next, String by) {
        Basis basis = bases.find(consultationId).orElseThrow().with(next);
        keep(consultationId, whatIfRunId, title, basis, by);
    }

    private void keep(long consultationId, Long whatIfRunId, String title, Basis basis, String by) {
        bases.keep(consultationId, basis);
        publications.publish(consultationId, whatIfRunId, title, basis.tables(), by);
    }
}
