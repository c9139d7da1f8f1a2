package uk.gov.justice.probation.devolution.workforce;

import java.util.Locale;

/** A probation region, such as {@code NW} "North West". */
public record Region(String code, String name) {

    /** As in the names of task groups and in page addresses. */
    public String slug() {
        return code.toLowerCase(Locale.ROOT);
    }
}
