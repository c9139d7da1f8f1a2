package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Reads a termination with everything its page shows, for colleagues who may see its case. */
@Service
public class ReadingTerminations {

    /** What was closed, in words; {@code restored} if a reopening has restored it. */
    public record ClosedLine(String what, boolean restored) {}

    /**
     * Everything that the page of a termination shows.
     *
     * @param writes whether the colleague can give outcomes now
     * @param reopens whether the colleague can reopen the case now
     * @param reopenReason empty if the case was not reopened
     * @param workload the practitioner's; null if it was never calculated
     */
    public record File(
            Termination termination,
            ProbationCase probationCase,
            String unitName,
            boolean overdue,
            String reasonName,
            List<Blocker> blockers,
            boolean hoursLeft,
            boolean needsSpo,
            List<EvidenceLine> components,
            Map<String, String> outcomeNames,
            List<GivingEvidence.PossibleOutcome> outcomes,
            List<ClosedLine> closed,
            List<CaseLetters.Listed> letters,
            WorkloadBatch.Workload workload,
            boolean writes,
            boolean reopens,
            String reopenReason) {}

    private final Terminations terminations;
    private final FindingOpenWork finding;
    private final GivingEvidence evidence;
    private final Reopening reopening;
    private final TerminationBackground background;
    private final Cases cases;
    private final CaseAccess access;
    private final AuditTrail audit;

    ReadingTerminations(
            Terminations terminations,
            FindingOpenWork finding,
            GivingEvidence evidence,
            Reopening reopening,
            TerminationBackground background,
            Cases cases,
            CaseAccess access,
            AuditTrail audit) {
        this.terminations = terminations;
        this.finding = finding;
        this.evidence = evidence;
        this.reopening = reopening;
        this.background = background;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    /**
     * @throws NotFound if there is no such termination
     * @throws NotAllowedException if the colleague may not see the case
     */
    @Transactional
    public File file(long id, Colleague by) {
        Termination termination = terminations
                .find(id)
                .orElseThrow(() -> new NotFound("There is no termination with the number %d.".formatted(id)));
        ProbationCase probationCase = cases.get(termination.caseId());
        access.mustSee(probationCase, by);
        if (probationCase.limitedAccess())
            audit.record(
                    by.userName(),
                    "TERMINATION_VIEWED",
                    termination.subject(),
                    probationCase.regionCode(),
                    Map.of("crn", probationCase.crn()));
        Optional<Owner> owner = background.owner(probationCase);
        boolean open = termination.open();
        OpenWork work = finding.of(probationCase, termination);
        boolean administers = owner.isPresent()
                && !owner.get().frozen()
                && (by.isServiceOwner() || by.groups().contains(owner.get().group()));
        List<GivingEvidence.PossibleOutcome> outcomes = evidence.outcomes();
        Map<String, String> names = outcomes.stream()
                .collect(Collectors.toMap(GivingEvidence.PossibleOutcome::code, GivingEvidence.PossibleOutcome::name));
        return new File(
                termination,
                probationCase,
                owner.map(Owner::unitName).orElse("Nobody"),
                background.isOverdue(termination),
                names.get(termination.reasonCode()),
                open ? work.blockers() : List.of(),
                open && work.hoursLeft(),
                work.needsSpo(),
                open ? termination.lines(probationCase, work) : List.of(),
                names,
                outcomes,
                background.closed(termination, names),
                background.letters(probationCase),
                background.workload(probationCase),
                administers && termination.state() == TerminationState.EVIDENCE,
                reopening.mayReopen(termination, probationCase, by),
                reopening.reason(id));
    }
}
