package uk.gov.justice.probation.devolution.letters;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.EmailAddress;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/**
 * The letters to members of staff. The person, their line manager and the HR of the letter's region read one; every look is audited. The outcome of an appeal is not for the
 * line manager: it holds the panel's reasons.
 */
@Service
public class Letters {
  private static final String SELECT = """
      SELECT l.*, %s AS person_name, s.line_manager_staff_number FROM letter l JOIN staff s ON s.staff_number = l.staff_number
      """.formatted(NameInFull.sql("s"));

  private final Typesetting typesetting;
  private final LetterTexts texts;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  Letters(Typesetting typesetting, LetterTexts texts, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.typesetting = typesetting;
    this.texts = texts;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A letter in a list: its id may stand in a URL. */
  public record Listed(long id, Template template, LetterState state, Paper paper, LocalDateTime writtenAt) {

    public String stateInWords() {
      return state.inWords(paper);
    }
  }

  private record Stored(Letter letter, String key, String lineManager, byte[] pdf) {}

  /**
   * Writes a letter once: a second request with the same key returns the first letter as it is.
   *
   * @return its id
   * @throws IllegalArgumentException where there is no such member of staff
   */
  @Transactional
  public long write(LetterRequest request) {
    Optional<Long> written = idOf(request.key(), "");
    if (written.isPresent()) return written.get();
    String html = typesetting.html(request.template(), model(request));
    byte[] page = LetterTexts.bytes(html);
    byte[] pdf = typesetting.pdf(html);
    int inserted = jdbc.sql("""
            INSERT IGNORE INTO letter (batch, letter_key, template, staff_number, region_code, email, html, html_sha256, pdf, pdf_sha256, written_at, state, paper)
            SELECT :batch, :key, :template, staff_number, :region, email, :html, :htmlSha256, :pdf, :pdfSha256, :at, 'WRITTEN', CASE WHEN :byHand THEN 'BY_HAND' WHEN email IS NULL THEN 'NO_ADDRESS' END FROM staff WHERE staff_number = :number
            """)
        .param("batch", request.batch())
        .param("key", request.key())
        .param("template", request.template().name())
        .param("number", request.staffNumber())
        .param("region", request.regionCode())
        .param("html", texts.seal(page, request.key(), LetterTexts.Form.HTML))
        .param("htmlSha256", LetterTexts.sha256(page))
        .param("pdf", texts.seal(pdf, request.key(), LetterTexts.Form.PDF))
        .param("pdfSha256", LetterTexts.sha256(pdf))
        .param("at", now())
        .param("byHand", !typesetting.printable(html))
        .update();
    long id = idOf(request.key(), " FOR UPDATE").orElseThrow(
        () -> new IllegalArgumentException("There is nobody with the staff number %s to write to. Import the staff file again".formatted(request.staffNumber())));
    if (inserted > 0) {
      audit.record("system", "LETTER_WRITTEN", subject(id), request.regionCode(),
          Map.of("template", request.template(), "htmlSha256", LetterTexts.sha256(page), "pdfSha256", LetterTexts.sha256(pdf)));
    }
    return id;
  }

  /**
   * A letter with its text, as it was written.
   *
   * @throws NotFound where there is no such letter
   * @throws NotAllowedException where the colleague may not read it
   */
  @Transactional
  public Letter of(long id, Colleague by) {
    Stored stored = readable(id, by);
    audited("LETTER_VIEWED", stored.letter(), by);
    return stored.letter();
  }

  /** The letter's PDF; throws as {@link #of}, and {@link NotFound} where it was erased. */
  @Transactional
  public byte[] pdf(long id, Colleague by) {
    Stored stored = readable(id, by);
    if (stored.pdf() == null) throw new NotFound("The text of letter %d was erased when its time was over".formatted(id));
    audited("LETTER_DOWNLOADED", stored.letter(), by);
    return texts.open(stored.pdf(), stored.letter().pdfSha256(), stored.key(), LetterTexts.Form.PDF);
  }

  /** Whether the colleague deals with the letter, that is, mends its address. */
  public boolean managedBy(Letter letter, Colleague by) {
    return by.groups().contains("hr-" + letter.regionCode().toLowerCase(Locale.ROOT));
  }

  /**
   * Gives a letter that could not be sent another address; it is sent there when its task is answered.
   *
   * @throws BreaksRules with a sentence for the page, where it is no email address
   * @throws NotPossibleNow with a sentence for the page, where the letter does not wait for an address
   */
  @Transactional
  public void mendAddress(long id, String email, Colleague by) {
    Letter letter = readable(id, by).letter();
    if (!managedBy(letter, by)) throw new NotAllowedException("Only HR of the region changes where a letter goes. You are signed in as %s.".formatted(by.userName()));
    String mended = email == null ? "" : email.strip();
    if (!EmailAddress.canBeSentTo(mended)) throw new BreaksRules("email", "Enter an email address in the correct form, like name@example.com");
    if (letter.paper() == Paper.BY_HAND) throw new NotPossibleNow(Paper.BY_HAND.task());
    int changed = jdbc.sql("UPDATE letter SET email = ?, paper = NULL WHERE id = ? AND state = 'FAILED'").params(mended, id).update();
    if (changed == 0) throw new NotPossibleNow("This letter does not wait for another address: it is %s.".formatted(letter.state().label().toLowerCase(Locale.UK)));
    audit.record(by.userName(), "LETTER_ADDRESS_MENDED", subject(id), letter.regionCode(), Map.of());
  }

  /** What was written to somebody, the newest first. */
  public List<Listed> to(String staffNumber) {
    return jdbc.sql("SELECT id, template, state, paper, written_at FROM letter WHERE staff_number = ? ORDER BY id DESC").param(staffNumber)
        .query((row, n) -> new Listed(row.getLong(1), Template.valueOf(row.getString(2)), LetterState.valueOf(row.getString(3)), paper(row), row.getObject(5, LocalDateTime.class)))
        .list();
  }

  static String subject(long id) {
    return "letter/" + id;
  }

  private Map<String, Object> model(LetterRequest request) {
    Map<String, Object> model = new HashMap<>(request.model());
    model.put("regionName", jdbc.sql("SELECT name FROM region WHERE code = ?").param(request.regionCode()).query(String.class).single());
    model.put("writtenOn", Deadlines.inWords(LocalDate.now(clock)));
    return model;
  }

  private Optional<Long> idOf(String key, String lock) {
    return jdbc.sql("SELECT id FROM letter WHERE letter_key = ?" + lock).param(key).query(Long.class).optional();
  }

  private Stored readable(long id, Colleague by) {
    Stored stored = jdbc.sql(SELECT + "WHERE l.id = ?").param(id).query(this::stored).optional()
        .orElseThrow(() -> new NotFound("There is no letter %d".formatted(id)));
    Letter letter = stored.letter();
    boolean lineManager = by.userName().equals(stored.lineManager()) && letter.template() != Template.APPEAL_OUTCOME;
    if (!by.userName().equals(letter.staffNumber()) && !lineManager && !managedBy(letter, by)) {
      throw new NotAllowedException("Only those a letter concerns and HR of the region can read it. You are signed in as %s.".formatted(by.userName()));
    }
    return stored;
  }

  private Stored stored(ResultSet row, int n) throws SQLException {
    String key = row.getString("letter_key");
    byte[] html = row.getBytes("html");
    String text = html == null ? null : LetterTexts.article(new String(texts.open(html, row.getString("html_sha256"), key, LetterTexts.Form.HTML), StandardCharsets.UTF_8));
    var letter = new Letter(
        row.getLong("id"), Template.valueOf(row.getString("template")), row.getString("staff_number"), row.getString("person_name"), row.getString("region_code"),
        row.getString("email"), paper(row), LetterState.valueOf(row.getString("state")), row.getObject("written_at", LocalDateTime.class), row.getObject("sent_at", LocalDateTime.class),
        row.getString("failure"), row.getObject("handed_over_on", LocalDate.class), text, row.getString("pdf_sha256"));
    return new Stored(letter, key, row.getString("line_manager_staff_number"), row.getBytes("pdf"));
  }

  private static Paper paper(ResultSet row) throws SQLException {
    String paper = row.getString("paper");
    return paper == null ? null : Paper.valueOf(paper);
  }

  private void audited(String action, Letter letter, Colleague by) {
    audit.record(by.userName(), action, subject(letter.id()), letter.regionCode(), Map.of("template", letter.template()));
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
