package uk.gov.justice.probation.devolution.unpaidwork.order;

/** What somebody entered about an order cannot be taken; the message is a sentence for them. {@code field}: the name of the field it is about. */
public class NotPossibleException extends RuntimeException {
  private final String field;

  public NotPossibleException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
