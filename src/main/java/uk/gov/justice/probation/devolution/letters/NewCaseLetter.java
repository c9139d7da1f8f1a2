package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;

/** A letter about a case, to be stored unless there is one with its key. */
record NewCaseLetter(
        CaseLetterRequest request, String regionCode, SealedTexts texts, LocalDateTime writtenAt, boolean byHand) {}
