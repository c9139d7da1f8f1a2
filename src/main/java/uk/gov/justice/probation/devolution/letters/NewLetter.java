package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;

/**
 * A letter to be stored unless there is one with its key.
 *
 * @param email null if the person has none
 * @param paper why it goes on paper; null if it goes by email
 */
record NewLetter(LetterRequest request, String email, Paper paper, SealedTexts texts, LocalDateTime writtenAt) {}
