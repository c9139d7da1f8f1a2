package uk.gov.justice.probation.devolution.letters;

/** How many letters of a batch are waiting for HR of a region, and the oldest of them. */
record UnsentOfRegion(String regionCode, long letters, long oldest) {}
