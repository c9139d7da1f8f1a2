package uk.gov.justice.probation.devolution.caseload;

import java.util.regex.Pattern;
import uk.gov.justice.probation.devolution.imports.CsvRow;

/** Identifies a case by its CRN and event number. Either is {@code null} if a file's row lacks it. */
public record CaseKey(String crn, Integer eventNumber) {
    public static final Pattern CRN = Pattern.compile("[A-Z]\\d{6}");
    static final int LAST_EVENT = 999;
    static final String CRN_IN_WORDS = "must be one capital letter and six digits";

    /** Reads the key of a row, reporting any mistakes in it. */
    public static CaseKey of(CsvRow row) {
        return new CaseKey(
                row.required("crn").matching(CRN, CRN_IN_WORDS),
                row.required("eventNumber").integer(1, LAST_EVENT));
    }

    /** The key as text; {@code null} if either part is missing. */
    public String text() {
        return crn == null || eventNumber == null ? null : crn + "/" + eventNumber;
    }
}
