package uk.gov.justice.probation.devolution.consultation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/** What is written in confidence on a page: how long it may be, and who wrote what is kept. */
final class ConfidentialText {
    static final int LONGEST = 4000;

    private ConfidentialText() {}

    /** What to do about a text that is too long; null if it is not. */
    static String tooLong(String text) {
        return text.length() > LONGEST ? "Shorten the text to 4,000 characters" : null;
    }

    /** The names of those who wrote the entries, by staff number; who is not a member of staff is left out. */
    static Map<String, String> namesOf(List<Entry> entries, StaffDirectory staff) {
        Map<String, String> names = new HashMap<>();
        staff.all(entries.stream().map(Entry::keptBy).collect(Collectors.toSet()))
                .forEach(one -> names.put(one.userName(), one.inFull()));
        return names;
    }
}
