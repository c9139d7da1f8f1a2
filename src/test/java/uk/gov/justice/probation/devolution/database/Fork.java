package uk.gov.justice.probation.devolution.database;

import java.nio.file.Path;

/** Tests run in several JVMs side by side; what one of them unpacks, listens on or writes is not another's. */
public final class Fork {
  private static final int NUMBER = Integer.getInteger("test.fork", 1);

  private Fork() {}

  /** Counted from 1. */
  public static int number() {
    return NUMBER;
  }

  static Path folder(String name) {
    return Path.of("target", name + "-" + NUMBER);
  }
}
