package uk.gov.justice.probation.devolution.camunda;

/** Who completed which user task: the element instance is its natural key, so that an answer delivered twice counts once. */
public record TaskAnswer(long taskInstance, String by) {}
