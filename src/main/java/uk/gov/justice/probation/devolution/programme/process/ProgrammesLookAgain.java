package uk.gov.justice.probation.devolution.programme.process;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;

/** What programmes do when facts change after they have begun. */
@Component
class ProgrammesLookAgain implements LooksAgain {

    @Override
    public String family() {
        return "Programmes";
    }

    @Override
    public Reaction to(Fact fact) {
        return Reaction.nothing("a programme reads the plan, which is not changed once it is launched.");
    }
}
