package uk.gov.justice.probation.devolution.letters;

/** A letter to be sent, and how the person is addressed. */
record OutgoingLetter(long id, String personName) {}
