package uk.gov.justice.probation.devolution.termination;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as the database keeps them. */
final class Utc {
  private Utc() {}

  static LocalDateTime of(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
