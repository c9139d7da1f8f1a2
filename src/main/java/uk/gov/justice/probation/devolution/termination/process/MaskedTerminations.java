package uk.gov.justice.probation.devolution.termination.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.AccessLimited;
import uk.gov.justice.probation.devolution.caseload.MaskedProcesses;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.TerminationDates;

/**
 * When access to a case becomes limited, reduces what its termination processes and the messages about them say of the
 * case to the CRN.
 */
@Component
class MaskedTerminations {
    static final Set<String> STAYS = Set.of(
            "terminationId",
            "crn",
            "limited",
            "regionCode",
            "regionSlug",
            "regionName",
            "ownerGroup",
            "practitionerGroup",
            "confirmGroups",
            "consoleUrl",
            "terminationUrl",
            "over",
            "frozen",
            "stillSo",
            "way",
            "secondReview",
            "lookAgainAt",
            "taskDueAt",
            "readable",
            "acknowledged",
            "startAnswer",
            "goesOn");

    private final ListingTerminations terminations;
    private final MaskedProcesses processes;
    private final TerminationDates dates;

    MaskedTerminations(ListingTerminations terminations, MaskedProcesses processes, TerminationDates dates) {
        this.terminations = terminations;
        this.processes = processes;
        this.dates = dates;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccessLimited limited) {
        terminations.subjects(limited.cases()).forEach(this::mask);
    }

    private void mask(ProbationCase probationCase, List<String> abouts) {
        Map<String, Object> instead = new HashMap<>(Map.of("requestText", probationCase.text()));
        instead.put("overdueNoticeCycle", dates.overdueNoticeCycleFromToday());
        processes.mask(probationCase, abouts, STAYS, instead);
    }
}
