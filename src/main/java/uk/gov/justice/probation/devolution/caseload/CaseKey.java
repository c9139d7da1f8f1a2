package uk.gov.justice.probation.devolution.caseload;

import java.util.regex.Pattern;
import uk.gov.justice.probation.devolution.imports.CsvRow;

/** What names a case: its CRN and the number of the event; either is {@code null} if a file's row has none. */
public record CaseKey(String crn, Integer eventNumber) {
    public static final Pattern CRN = Pattern.compile("[A-Z]\\d{6}");

    /** Reads the key of a row, reporting what is wrong with it. */
    public static CaseKey of(CsvRow row) {
        return new CaseKey(
                row.required("crn").matching(CRN, "must be one capital letter and six digits"),
                row.required("eventNumber").integer(1, 999));
    }

    /** The key as one text; {@code null} if either part is missing. */
    public String text() {
        return crn == null || eventNumber == null ? null : crn + "/" + eventNumber;
    }
}
