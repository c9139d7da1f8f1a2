package uk.gov.justice.probation.devolution.handover.process;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;

/** What handovers and site moves do when facts change after they have begun. */
@Component
class HandoversLookAgain implements LooksAgain {

    @Override
    public String family() {
        return "Handovers";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case CASE_REGION ->
                Reaction.nothing(
                        "a case that moves before its queue is frozen is counted among what changed since the inventory; afterwards the file is refused.");
            case CASE_KEY, LIMITED_ACCESS, PRACTITIONER, RISK, EXCLUSIONS, HOURS_ORDERED, PROJECT, PICK_UP ->
                Reaction.nothing("it moves who does a service, whatever is known of the case.");
            case LINE_MANAGER, STAFF_AWAY, STAFF_REGION, STAFF_IN_CONSULTATION ->
                Reaction.nothing("its tasks are for groups; vetting is read from the staff file each time.");
        };
    }
}
