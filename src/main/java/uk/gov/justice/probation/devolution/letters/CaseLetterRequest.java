package uk.gov.justice.probation.devolution.letters;

import java.util.Map;

/**
 * A letter about a case, to be written.
 *
 * @param key what identifies the letter, at most 100 characters, e.g. {@code warning-17} for enforcement 17: it is
 *     written once
 * @param model everything that {@link CaseTemplate#needs} names, as text
 */
public record CaseLetterRequest(String key, CaseTemplate template, long caseId, Map<String, String> model) {}
