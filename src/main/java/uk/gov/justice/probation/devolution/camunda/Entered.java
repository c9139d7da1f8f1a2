package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * What somebody entered or chose in a field of a form. Surrounding spaces are ignored, and spaces alone count as
 * nothing.
 *
 * @param field the beginning of sentences about it, e.g. "The reason"
 */
public record Entered(String field, String text) {

    public Entered {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * What was entered, or null.
     *
     * @throws BreaksRules if it is too long
     */
    public String atMost(int longest) {
        if (text != null && text.length() > longest)
            throw new BreaksRules("%s has %d characters; at most %d can be kept. Shorten it."
                    .formatted(field, text.length(), longest));
        return text;
    }

    /** @throws BreaksRules if it is missing or too long */
    public String required(int longest) {
        if (text == null) throw new BreaksRules("%s is missing. Fill it in.".formatted(field));
        return atMost(longest);
    }

    /** @throws BreaksRules if none of these was chosen */
    public String oneOf(String... choices) {
        if (text == null) throw new BreaksRules("%s is missing. Choose one of those offered.".formatted(field));
        if (!List.of(choices).contains(text))
            throw new BreaksRules("%s is not one of the answers offered. Choose one of them.".formatted(field));
        return text;
    }
}
