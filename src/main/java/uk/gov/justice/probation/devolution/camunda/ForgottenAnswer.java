package uk.gov.justice.probation.devolution.camunda;

/**
 * An answer that says something about a case. Once it is saved, the engine keeps nothing of it: the task maps out only
 * that it was answered, and what was entered is shown only if the form comes back (ADR 0061).
 */
public interface ForgottenAnswer {}
