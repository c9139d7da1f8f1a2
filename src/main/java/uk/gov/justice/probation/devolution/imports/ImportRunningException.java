package uk.gov.justice.probation.devolution.imports;

/** Another import of the same kind has been running for longer than this one can wait: nothing of this one was taken. */
public class ImportRunningException extends RuntimeException {

  public ImportRunningException(String file, Throwable cause) {
    super("Another import of this kind runs: '%s'. Nothing of yours was taken. Send the file again when that one has ended.".formatted(file), cause);
  }
}
