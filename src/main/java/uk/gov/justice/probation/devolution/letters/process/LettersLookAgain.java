package uk.gov.justice.probation.devolution.letters.process;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;

/** What letters do when facts change after they were written. */
@Component
class LettersLookAgain implements LooksAgain {

    @Override
    public String family() {
        return "Letters";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case LIMITED_ACCESS -> Reaction.byItsOwnEvent("Its texts stay sealed; lists and tasks show the CRN alone.");
            default -> Reaction.nothing("a letter says what was true when it was written.");
        };
    }
}
