package uk.gov.justice.probation.devolution.letters;

import java.util.Map;

/**
 * A letter about a case, to be written.
 *
 * @param key identifies the letter, so that it is written once; at most 100 characters, e.g. {@code warning-17} for
 *     enforcement 17
 * @param model a text for everything named in {@link CaseTemplate#needs}
 */
public record CaseLetterRequest(String key, CaseTemplate template, long caseId, Map<String, String> model) {}
