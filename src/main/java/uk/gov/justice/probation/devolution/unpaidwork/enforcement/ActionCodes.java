package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;

/** The actions of the code list ({@code enforcement_action}) that rules here know by name. */
final class ActionCodes {
    static final String REFERRED_TO_PRACTITIONER = "ROM";
    static final String NO_FURTHER_ACTION = "NFA";
    static final String FIRST_WARNING = "EA02";
    static final String SECOND_WARNING = "EA03";
    static final String OTHER_LETTER = "EA05";
    static final String LETTER_WITHDRAWN = "EA06";
    static final String WITHDRAWAL_CONFIRMED = "EA07";
    static final String BREACH_LETTER = "EA08";
    static final String RESPONSE_PENDING = "EA12";

    static final List<String> WARNINGS = List.of(FIRST_WARNING, SECOND_WARNING);

    private ActionCodes() {}
}
