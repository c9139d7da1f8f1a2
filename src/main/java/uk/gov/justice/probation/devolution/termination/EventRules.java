package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.termination.TerminationCodesQuery.Reason;

/**
 * Which events can end which cases. A death or deportation concerns the person and ends every event. A recall concerns
 * a licence only and a revocation a court order only, so an unpaid work order continues when the person's licence is
 * recalled.
 */
@Component
class EventRules {
    private static final Set<String> OF_THE_PERSON = Set.of("DIED", "DEPORTED");
    private static final String OF_A_LICENCE = "RECALLED";
    private static final String OF_A_COURTS_ORDER = "REVOKED";

    private final TerminationCodesQuery codes;

    EventRules(TerminationCodesQuery codes) {
        this.codes = codes;
    }

    static boolean isOfThePerson(String type) {
        return OF_THE_PERSON.contains(type);
    }

    /** @throws BreaksRules if the code is not one of such an event */
    void mustBeAnEvent(String type) {
        List<String> types = codes.reasons().stream()
                .filter(Reason::byEvent)
                .map(Reason::code)
                .sorted()
                .toList();
        if (type == null || !types.contains(type))
            throw new BreaksRules(
                    "'%s' is not an event that ends a case. Give one of %s.".formatted(type, String.join(", ", types)));
    }

    /** @throws NotPossibleNow if this kind of event cannot end this kind of case */
    void mustEnd(ProbationCase probationCase, String type) {
        boolean orderOfCourt = codes.isOrderOfCourt(probationCase.orderTypeCode());
        if (type.equals(OF_A_LICENCE) && orderOfCourt) {
            throw new NotPossibleNow(
                    "CRN %s, event %d is a court order and cannot be recalled: only a licence can. Nothing has stopped. Record the recall for the event that is the licence."
                            .formatted(probationCase.crn(), probationCase.eventNumber()));
        }
        if (type.equals(OF_A_COURTS_ORDER) && !orderOfCourt) {
            throw new NotPossibleNow(
                    "CRN %s, event %d is not a court order, so a court cannot revoke it. Nothing has stopped. If the licence was revoked, record RECALLED."
                            .formatted(probationCase.crn(), probationCase.eventNumber()));
        }
    }
}
