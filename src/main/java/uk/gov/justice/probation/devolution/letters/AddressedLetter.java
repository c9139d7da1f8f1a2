package uk.gov.justice.probation.devolution.letters;

/** A letter and its addressee. */
record AddressedLetter(SealedLetter letter, Addressee addressee) {}
