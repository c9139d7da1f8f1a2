package uk.gov.justice.probation.devolution.termination.process;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProcessesOfCases;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.StartingTerminations;

/** What terminations do when facts change after they have begun. */
@Component
class TerminationsLookAgain implements LooksAgain {
    private final ProcessesOfCases processes;
    private final ProcessesOfCases.Family terminations;

    TerminationsLookAgain(ProcessesOfCases processes, ListingTerminations listing) {
        this.processes = processes;
        this.terminations = new ProcessesOfCases.Family(
                "termination", StartingTerminations.SERVICE, "terminations", cases -> listing.subjects(cases));
    }

    @Override
    public String family() {
        return "Terminations";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case CASE_KEY ->
                new Reaction(
                        "Open tasks and later ones name the case as it is called now. What is planned, open or answered stays, because it belongs to the case and not to its name.",
                        changes -> processes.renamed(terminations, changes));
            case CASE_REGION ->
                new Reaction(
                        "Open tasks go to the groups of the new region, and later ones are made there. Both regions are told. What was answered stays.",
                        changes -> processes.moved(terminations, changes));
            case LIMITED_ACCESS ->
                Reaction.byItsOwnEvent(
                        "Tasks, messages and what the engine knows are reduced to the CRN; answers are taken from those with access alone.");
            case PRACTITIONER ->
                new Reaction(
                        "What the former practitioner had claimed goes back to its group; both are told.",
                        changes -> processes.practitionerChanged(terminations, changes));
            case RISK, EXCLUSIONS, PICK_UP -> Reaction.nothing("whether a case may end does not depend on it.");
            case HOURS_ORDERED, PROJECT ->
                Reaction.nothing("it reads the hours that are left each time it looks at what is open.");
            case LINE_MANAGER, STAFF_AWAY, STAFF_REGION, STAFF_IN_CONSULTATION ->
                Reaction.nothing("its tasks are for groups, and who is in a group is asked at each answer.");
        };
    }
}
