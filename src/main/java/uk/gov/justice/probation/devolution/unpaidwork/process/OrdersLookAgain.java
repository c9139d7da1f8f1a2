package uk.gov.justice.probation.devolution.unpaidwork.process;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProcessesOfCases;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;
import uk.gov.justice.probation.devolution.unpaidwork.life.ChangedOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.session.TellingOfPickUps;

/** What orders, their sessions and enforcements do when facts change after they have begun. */
@Component
class OrdersLookAgain implements LooksAgain {
    private final ChangedOrders changed;
    private final TellingOfPickUps pickUps;
    private final ProcessesOfCases processes;
    private final ProcessesOfCases.Family orders;

    OrdersLookAgain(
            ChangedOrders changed, TellingOfPickUps pickUps, ProcessesOfCases processes, ListingOrders listing) {
        this.changed = changed;
        this.pickUps = pickUps;
        this.processes = processes;
        this.orders = new ProcessesOfCases.Family(
                "unpaidwork", OrderSteps.SERVICE, "unpaid work", cases -> listing.notOver(cases));
    }

    @Override
    public String family() {
        return "Unpaid work";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case CASE_KEY ->
                new Reaction(
                        "Open tasks and later ones name the case as it is called now. What is planned, open or answered stays, because it belongs to the case and not to its name.",
                        changes -> processes.renamed(orders, changes));
            case CASE_REGION ->
                new Reaction(
                        "Open tasks go to the groups of the new region, and later ones are made there; both regions are told. The project of the former region is left: its sessions to come are cancelled and another is chosen. What was answered stays.",
                        changes -> {
                            processes.moved(orders, changes);
                            changed.casesChanged(changes, ChangedOrders.OF_REGION);
                        });
            case LIMITED_ACCESS ->
                Reaction.byItsOwnEvent(
                        "Tasks, messages and what the engine knows are reduced to the CRN; answers are taken from those with access alone.");
            case PRACTITIONER ->
                new Reaction(
                        "What the former practitioner had claimed goes back to its group; both are told.",
                        changes -> processes.practitionerChanged(orders, changes));
            case RISK ->
                new Reaction(
                        "Approvals that are missing now are asked for before a project is chosen. If the project does not take this risk, or nobody approved it, the order leaves the project: its sessions to come are cancelled, and practitioner, coordinator and supervisor are told.",
                        changes -> changed.casesChanged(changes, ChangedOrders.OF_RISK));
            case EXCLUSIONS ->
                new Reaction(
                        "If the person must be kept away from the project, the order leaves it: its sessions to come are cancelled, another is chosen, and practitioner, coordinator and supervisor are told.",
                        changes -> changed.ordersChanged(changes, ChangedOrders.OF_EXCLUSIONS));
            case HOURS_ORDERED ->
                new Reaction(
                        "Sessions are planned or cancelled to fit. If what is worked is enough, the order is complete once every session that was held has its outcome. The practitioner is told.",
                        changes -> changed.hoursChanged(changes));
            case PROJECT ->
                new Reaction(
                        "Sessions to come are planned again; whoever may not stay, or has no day left, gets another project. What was held is recorded all the same. Coordinators and supervisors are told. The register of a day shows at once who is expected; its task ends when everybody has an outcome.",
                        changes -> changed.projectsChanged(changes));
            case PICK_UP ->
                new Reaction(
                        "Everybody with a session to come on the project gets a letter, once for each change. Coordinators and supervisors read how many were told.",
                        changes -> pickUps.changed(changes));
            case LINE_MANAGER, STAFF_AWAY, STAFF_REGION, STAFF_IN_CONSULTATION ->
                Reaction.nothing("its tasks are for groups, and who is in a group is asked at each answer.");
        };
    }
}
