package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** What waits in the local mailbox, for those who may read the letters in it. */
@Service
public class Mailbox {

  private final Sender sender;
  private final JdbcClient jdbc;

  Mailbox(Sender sender, JdbcClient jdbc) {
    this.sender = sender;
    this.jdbc = jdbc;
  }

  /** {@code postedAt} is in UTC. */
  public record Mail(long letterId, String to, String subject, LocalDateTime postedAt) {}

  /** Whether letters go here instead of to people. */
  public boolean isUsed() {
    return sender instanceof LocalMailbox;
  }

  /** The newest first: to the colleague, to those whose line manager they are, and of the regions whose HR they are. */
  public List<Mail> of(Colleague colleague, int atMost) {
    Set<String> regions = colleague.heldFor(Role.HR).stream().map(slug -> slug.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    regions.add("");
    return jdbc.sql("""
            SELECT m.letter_id, m.to_address, m.subject, m.posted_at
            FROM local_mail m JOIN letter l ON l.id = m.letter_id JOIN staff s ON s.staff_number = l.staff_number
            WHERE l.region_code IN (:regions) OR l.staff_number = :user OR s.line_manager_staff_number = :user AND l.template <> 'APPEAL_OUTCOME' ORDER BY m.id DESC LIMIT :atMost
            """)
        .param("regions", regions)
        .param("user", colleague.userName())
        .param("atMost", atMost)
        .query((row, n) -> new Mail(row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDateTime.class)))
        .list();
  }
}
