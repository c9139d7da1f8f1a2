package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** What was written about the person of an order: sealed, the last of each kind, bound to its place. */
@Component
public class OrderNotes {

  public enum Kind {
    HEALTH, RISK, SPO_APPROVAL, PRACTITIONER_APPROVAL, NOT_SUITABLE
  }

  private final Sealing sealing;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrderNotes(Sealing sealing, JdbcClient jdbc, Clock clock) {
    this.sealing = sealing;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void write(long orderId, Kind kind, String text, String by) {
    jdbc.sql("""
            INSERT INTO upw_order_note (order_id, kind, content, written_by, written_at) VALUES (:order, :kind, :content, :by, :at)
            ON DUPLICATE KEY UPDATE content = :content, written_by = :by, written_at = :at
            """)
        .param("order", orderId)
        .param("kind", kind.name())
        .param("content", sealing.seal(text.getBytes(StandardCharsets.UTF_8), place(orderId, kind)).bytes())
        .param("by", by)
        .param("at", Utc.of(clock.instant()))
        .update();
  }

  /** Empty where nothing was written. */
  public String read(long orderId, Kind kind) {
    Optional<byte[]> content = jdbc.sql("SELECT content FROM upw_order_note WHERE order_id = ? AND kind = ?").params(orderId, kind.name()).query(byte[].class).optional();
    return content.map(sealed -> new String(sealing.open(Sealed.of(sealed), place(orderId, kind)), StandardCharsets.UTF_8)).orElse("");
  }

  private static String place(long orderId, Kind kind) {
    return "upw-order/%d/%s".formatted(orderId, kind);
  }
}
