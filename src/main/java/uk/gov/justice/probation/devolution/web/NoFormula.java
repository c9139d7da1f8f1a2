package uk.gov.justice.probation.devolution.web;

import java.util.regex.Pattern;

/**
 * Text that no spreadsheet takes for a formula, whoever wrote it: neither where a cell begins nor after what another
 * spreadsheet may take for the beginning of the next one.
 */
final class NoFormula {
    private static final Pattern BEGINNING = Pattern.compile(
            "(^|[,;|\\t\\r\\n])(?=[ \\u00A0\"']*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])|^(?=[\\t\\r\\n])");

    private NoFormula() {}

    static String of(String text) {
        return BEGINNING.matcher(text).replaceAll("$0'");
    }
}
