package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.ComponentKind;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * The letters saying that a case has ended: to the court, to victim liaison and to the providers of the case, if any.
 */
@Component
class LettersAboutEnds {
    private final CaseLetters letters;
    private final TerminationCodesQuery codes;
    private final Orders orders;
    private final CaseComponents components;

    LettersAboutEnds(CaseLetters letters, TerminationCodesQuery codes, Orders orders, CaseComponents components) {
        this.letters = letters;
        this.codes = codes;
        this.orders = orders;
        this.components = components;
    }

    void write(Termination termination, ProbationCase probationCase) {
        String endedOn = Deadlines.inWords(probationCase.endedOn());
        write(
                termination,
                CaseTemplate.COURT_NOTICE,
                Map.of("endedOn", endedOn, "reason", codes.names().get(termination.reasonCode())));
        write(termination, CaseTemplate.VICTIM_LIAISON_NOTICE, Map.of("endedOn", endedOn));
        if (hasProviders(probationCase.id()))
            write(termination, CaseTemplate.PROVIDER_NOTICE, Map.of("endedOn", endedOn));
    }

    /** Withdraws them, because the case is open again. */
    void withdraw(Termination termination) {
        for (CaseTemplate template :
                List.of(CaseTemplate.COURT_NOTICE, CaseTemplate.VICTIM_LIAISON_NOTICE, CaseTemplate.PROVIDER_NOTICE))
            letters.withdraw(key(termination, template));
    }

    private boolean hasProviders(long caseId) {
        return components.has(caseId, ComponentKind.REQUIREMENT)
                || !orders.ofCase(caseId).isEmpty();
    }

    private void write(Termination termination, CaseTemplate template, Map<String, String> model) {
        letters.write(new CaseLetterRequest(key(termination, template), template, termination.caseId(), model));
    }

    private static String key(Termination termination, CaseTemplate template) {
        return switch (template) {
                    case COURT_NOTICE -> "court-";
                    case VICTIM_LIAISON_NOTICE -> "victim-liaison-";
                    default -> "provider-";
                }
                + termination.id();
    }
}
