package uk.gov.justice.probation.devolution.notification;

/**
 * A message was sent. Published in the transaction that sends it.
 *
 * @param key by which it is sent once
 * @param to the task group, or the staff number of a member of staff
 */
public record MessageSent(String key, String to) {}
