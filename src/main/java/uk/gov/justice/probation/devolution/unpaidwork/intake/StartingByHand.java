package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.workforce.Regions;

/**
 * Orders requested in Tasklist's start form. The form does not say who filled it in, so the orders are only looked up,
 * and started once a case administrator of the unit that does unpaid work has confirmed the request, in that
 * administrator's name.
 */
@Service
public class StartingByHand {

    /** The values of the confirmation form. */
    public static final String START = "START";

    public static final String WITHDRAW = "WITHDRAW";

    /** The region entered in the form. */
    public record Region(String code, String name) {

        /** The task group that is informed why a start was refused. */
        public String group() {
            return TaskGroup.of(OrderSteps.ADMINISTRATOR, code).name();
        }
    }

    /**
     * The request made in the form.
     *
     * @param probationCase whose orders can be started; null if none can
     * @param group who confirms it, or is informed why it was refused
     * @param refused why it cannot be started; null if it can
     */
    public record Asked(Region region, ProbationCase probationCase, String group, String refused) {}

    private static final Pattern CRN = Pattern.compile("[A-Z][0-9]{6}");

    private final StartingOrders starting;
    private final Cases cases;
    private final CaseOwners owners;
    private final CaseAccess access;
    private final TaskSubjects subjects;
    private final AuditTrail audit;
    private final Regions regions;

    StartingByHand(
            StartingOrders starting,
            Cases cases,
            CaseOwners owners,
            CaseAccess access,
            TaskSubjects subjects,
            AuditTrail audit,
            Regions regions) {
        this.starting = starting;
        this.cases = cases;
        this.owners = owners;
        this.access = access;
        this.subjects = subjects;
        this.audit = audit;
        this.regions = regions;
    }

    /**
     * Looks up what the form requests. Nothing is locked and nothing begins.
     *
     * @param crn as typed, like the other parameters; anything may have been sent
     * @return empty if there is no such region, in which case nobody can be shown the request and it is only audited
     */
    @Transactional
    public Optional<Asked> find(Object crn, Object eventNumber, Object regionCode, long processInstanceKey) {
        Optional<Region> region =
                regions.find(String.valueOf(regionCode)).map(known -> new Region(known.code(), known.name()));
        if (region.isEmpty()) {
            audit.recordOnce(
                    "start-nowhere-" + processInstanceKey,
                    "start form",
                    "START_WITHOUT_REGION",
                    "process/" + processInstanceKey,
                    null,
                    Map.of("process", "upw-placement"));
        }
        return region.map(named -> find(crn, eventNumber, named, processInstanceKey));
    }

    private Asked find(Object crn, Object eventNumber, Region region, long processInstanceKey) {
        subjects.note(
                processInstanceKey,
                new TaskSubject("regionCode", region.code(), "region/" + region.code(), region.code()));
        try {
            ProbationCase probationCase = known(crn, eventNumber);
            if (!probationCase.regionCode().equals(region.code())) {
                throw refused("%s does not belong to %s. Start it for its own region."
                        .formatted(probationCase.text(), region.name()));
            }
            starting.mustBeStartable(probationCase);
            subjects.note(
                    processInstanceKey,
                    new TaskSubject("caseId", probationCase.id(), probationCase.subject(), region.code()));
            return new Asked(
                    region,
                    probationCase,
                    owners.of(probationCase.id(), OrderSteps.SERVICE).group(),
                    null);
        } catch (NotPossibleNow | Taken cannot) {
            return new Asked(region, null, region.group(), cannot.getMessage());
        }
    }

    private ProbationCase known(Object crn, Object eventNumber) {
        String wanted = crn instanceof String typed ? typed.strip().toUpperCase(Locale.ROOT) : "";
        if (!CRN.matcher(wanted).matches())
            throw refused(
                    "A CRN is one letter and six digits, for example X000123. Start it again with the right one.");
        if (!(eventNumber instanceof Integer event))
            throw refused(
                    "The event of CRN %s must be a whole number, for example 1. Start it again with the right one."
                            .formatted(wanted));
        return cases.find(wanted, event)
                .orElseThrow(() ->
                        refused("There is no CRN %s with event %s. Check both, or import the file 'cases' with it."
                                .formatted(wanted, event)));
    }

    /**
     * Starts the event's orders in the name of the colleague who confirmed, or withdraws the request.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not a case administrator of
     *     the unit that does unpaid work for the case, or may not see the case
     * @throws BreaksRules if the answer is not valid, or nothing is left to start
     */
    @Transactional
    public void confirm(long caseId, String answer, TaskAnswer by) {
        ProbationCase probationCase = cases.get(caseId);
        access.mustWorkOn(probationCase, by.colleague(), OrderSteps.ADMINISTRATOR);
        by.mustHold(
                OrderSteps.ADMINISTRATOR,
                owners.find(caseId, OrderSteps.SERVICE).map(Owner::slug).orElse(probationCase.regionSlug()),
                "start the unpaid work of CRN " + probationCase.crn());
        switch (answer) {
            case START -> start(probationCase, by);
            case WITHDRAW ->
                audit.recordOnce(
                        "start-withdrawn-" + by.taskInstance(),
                        by.by(),
                        "START_WITHDRAWN",
                        probationCase.subject(),
                        probationCase.regionCode(),
                        Map.of("crn", probationCase.crn()));
            case null, default -> throw new BreaksRules("Choose whether to start the unpaid work.");
        }
    }

    private void start(ProbationCase probationCase, TaskAnswer by) {
        try {
            starting.start(probationCase, by.by());
        } catch (Taken runsAlready) {
            // Delivered again, or somebody else was first: the request has already been met.

        }
    }

    /**
     * Records that somebody has read why a start was refused.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not a case administrator of
     *     the region
     */
    public void read(String regionCode, TaskAnswer by) {
        by.mustHold(OrderSteps.ADMINISTRATOR, regionCode, "read why the unpaid work was not started");
    }

    private static NotPossibleNow refused(String why) {
        return new NotPossibleNow(why);
    }
}
