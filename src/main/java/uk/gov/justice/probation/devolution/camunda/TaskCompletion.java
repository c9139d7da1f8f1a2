package uk.gov.justice.probation.devolution.camunda;

import java.util.Map;

/**
 * A task that a colleague has done on our page, published inside the transaction that saves what they did, and told the
 * engine at least once after the commit.
 */
record TaskCompletion(long task, long elementInstance, String by, Map<String, Object> answers) {}
