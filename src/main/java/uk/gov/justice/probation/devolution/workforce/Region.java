package uk.gov.justice.probation.devolution.workforce;

import java.util.Locale;

/** A probation region, such as {@code NW} "North West". */
public record Region(String code, String name) {

    /** The form used in group names and page addresses. */
    public String slug() {
        return code.toLowerCase(Locale.ROOT);
    }
}
