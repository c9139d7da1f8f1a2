package uk.gov.justice.probation.devolution.letters;

import java.util.Map;

/**
 * A letter to be written.
 *
 * @param batch groups letters that are sent together; at most 50 characters, e.g. {@code outcome-12}
 * @param key identifies the letter, so that it is written once; at most 100 characters
 * @param model what the template needs, as the template itself states
 */
public record LetterRequest(
        String batch,
        String key,
        Template template,
        String staffNumber,
        String regionCode,
        Map<String, Object> model) {}
