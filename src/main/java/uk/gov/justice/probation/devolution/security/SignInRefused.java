package uk.gov.justice.probation.devolution.security;

/**
 * A sign-in that was refused, for the audit: the name that was tried, and why. The name is whatever was sent and may be
 * anybody's.
 */
public record SignInRefused(String userName, String why) {}
