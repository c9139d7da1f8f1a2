package uk.gov.justice.probation.devolution.letters;

import java.util.Map;

/**
 * A letter to be written.
 *
 * @param batch what is sent together, at most 50 characters, e.g. {@code outcome-12}
 * @param key what identifies the letter, at most 100 characters: it is written once
 * @param model what the template needs to know; it says so itself
 */
public record LetterRequest(
        String batch,
        String key,
        Template template,
        String staffNumber,
        String regionCode,
        Map<String, Object> model) {}
