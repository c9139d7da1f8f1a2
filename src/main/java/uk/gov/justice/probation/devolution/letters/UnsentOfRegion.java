package uk.gov.justice.probation.devolution.letters;

/** How many letters of a batch wait for the HR of a region, and which of them is the oldest. */
record UnsentOfRegion(String regionCode, long letters, long oldest) {}
