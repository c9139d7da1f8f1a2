package uk.gov.justice.probation.devolution.letters;

/** A letter and whom it is to. */
record AddressedLetter(SealedLetter letter, Addressee addressee) {}
