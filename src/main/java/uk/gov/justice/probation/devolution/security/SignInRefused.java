package uk.gov.justice.probation.devolution.security;

/**
 * A sign-in that was refused, for the audit: under which name it was tried, and why. The name is what was sent: it may
 * be anybody's.
 */
public record SignInRefused(String userName, String why) {}
