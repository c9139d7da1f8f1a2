package uk.gov.justice.probation.devolution.camunda;

/**
 * An answer that says something of somebody's case: once it is kept, the engine keeps nothing of it. Its task maps out
 * that it was answered and nothing else, and only a form that comes again shows what was entered (ADR 0061).
 */
public interface ForgottenAnswer {}
