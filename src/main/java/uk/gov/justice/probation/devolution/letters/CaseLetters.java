package uk.gov.justice.probation.devolution.letters;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The letters about cases: to the person, the court, victim liaison and providers. They are kept sealed as HTML and PDF with their hashes, and posted by a case administrator,
 * since the addresses stand in nDelius. Who may see the case reads them ({@link CaseAccess}); every look is audited.
 */
@Service
public class CaseLetters {
  private static final String CASE_ADMIN = "case-admin";
  private static final String WAITING = " l.posted_at IS NULL AND l.withdrawn_at IS NULL ";
  private static final String THEIRS = CaseScope.sql("l.region_code", "l.case_id");

  private final Typesetting typesetting;
  private final LetterTexts texts;
  private final Cases cases;
  private final CaseAccess access;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseLetters(Typesetting typesetting, LetterTexts texts, Cases cases, CaseAccess access, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.typesetting = typesetting;
    this.texts = texts;
    this.cases = cases;
    this.access = access;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A letter in a list: its id may stand in a URL. Moments are in UTC. */
  public record Listed(long id, CaseTemplate template, LocalDateTime writtenAt, LocalDateTime postedAt, LocalDateTime withdrawnAt) {}

  /** A letter that waits to be posted; of a case that the colleague may not see it tells only the CRN, and {@code subject} and {@code addressee} are null. */
  public record ToPost(long id, String caseText, String subject, String addressee, boolean byHand, LocalDateTime writtenAt) {

    public boolean readable() {
      return subject != null;
    }
  }

  private record Stored(CaseLetter letter, String key, String regionCode, byte[] pdf) {}

  /**
   * Writes a letter once: a second request with the same key returns the first letter as it is. Joins the caller's transaction.
   *
   * @return its id
   * @throws IllegalArgumentException where the model lacks what the template needs
   * @throws NotFound where there is no such case
   */
  @Transactional
  public long write(CaseLetterRequest request) {
    Optional<Long> written = idOf(request.key(), "");
    if (written.isPresent()) return written.get();
    ProbationCase probationCase = cases.get(request.caseId());
    String html = typesetting.html(request.template().fileName(), request.template().subject(), model(request, probationCase));
    byte[] page = LetterTexts.bytes(html);
    byte[] pdf = typesetting.pdf(html);
    int inserted = jdbc.sql("""
            INSERT IGNORE INTO case_letter (letter_key, template, case_id, region_code, html, html_sha256, pdf, pdf_sha256, written_at, by_hand)
            VALUES (:key, :template, :case, :region, :html, :htmlSha256, :pdf, :pdfSha256, :at, :byHand)
            """)
        .param("key", request.key())
        .param("template", request.template().name())
        .param("case", request.caseId())
        .param("region", probationCase.regionCode())
        .param("html", texts.seal(page, place(request.key()), LetterTexts.Form.HTML))
        .param("htmlSha256", LetterTexts.sha256(page))
        .param("pdf", texts.seal(pdf, place(request.key()), LetterTexts.Form.PDF))
        .param("pdfSha256", LetterTexts.sha256(pdf))
        .param("at", now())
        .param("byHand", !typesetting.printable(html))
        .update();
    long id = idOf(request.key(), " FOR UPDATE").orElseThrow(() -> new IllegalArgumentException("The letter %s cannot be written: its key is too long".formatted(request.key())));
    if (inserted > 0) {
      audit.record("system", "CASE_LETTER_WRITTEN", subject(id), probationCase.regionCode(), Map.of("htmlSha256", LetterTexts.sha256(page), "pdfSha256", LetterTexts.sha256(pdf)));
    }
    return id;
  }

  /** What the letter of this key says no longer holds: if it is still to be posted, nobody posts it. Without such a letter, and a second time, nothing happens. */
  @Transactional
  public void withdraw(String key) {
    Optional<Long> id = idOf(key, " FOR UPDATE");
    if (id.isEmpty()) return;
    int withdrawn = jdbc.sql("UPDATE case_letter SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL").params(now(), id.get()).update();
    if (withdrawn > 0) audit.record("system", "CASE_LETTER_WITHDRAWN", subject(id.get()), region(id.get()), Map.of());
  }

  /** The letters about a case, the newest first, for pages that have checked who may see it. */
  public List<Listed> ofCase(long caseId) {
    return jdbc.sql("SELECT id, template, written_at, posted_at, withdrawn_at FROM case_letter WHERE case_id = ? ORDER BY id DESC").param(caseId)
        .query((row, n) -> new Listed(row.getLong(1), CaseTemplate.valueOf(row.getString(2)), row.getObject(3, LocalDateTime.class), row.getObject(4, LocalDateTime.class),
            row.getObject(5, LocalDateTime.class)))
        .list();
  }

  /** How many letters wait for the units and regions for which the colleague is a case administrator. */
  public int waiting(Colleague by) {
    return jdbc.sql("SELECT COUNT(*) FROM case_letter l WHERE" + WAITING + "AND " + THEIRS)
        .params(theirs(by)).query(Integer.class).single();
  }

  /** These letters, the oldest first. */
  public List<ToPost> toPost(Colleague by, int atMost) {
    record Row(long id, CaseTemplate template, long caseId, LocalDateTime writtenAt, boolean byHand) {}
    List<Row> rows = jdbc.sql("SELECT l.id, l.template, l.case_id, l.written_at, l.by_hand FROM case_letter l WHERE" + WAITING + "AND " + THEIRS + " ORDER BY l.id LIMIT :atMost")
        .params(theirs(by)).param("atMost", atMost)
        .query((row, n) -> new Row(row.getLong(1), CaseTemplate.valueOf(row.getString(2)), row.getLong(3), row.getObject(4, LocalDateTime.class), row.getBoolean(5)))
        .list();
    Map<Long, ProbationCase> about = cases.all(rows.stream().map(Row::caseId).collect(Collectors.toSet()));
    Set<Long> visible = access.visible(about.values(), by);
    return rows.stream().map(row -> {
      ProbationCase probationCase = about.get(row.caseId());
      boolean readable = visible.contains(row.caseId());
      return new ToPost(row.id(), readable ? probationCase.text() : "CRN " + probationCase.crn(), readable ? row.template().subject() : null,
          readable ? row.template().addressee() : null, readable && row.byHand(), row.writtenAt());
    }).toList();
  }

  /**
   * A letter with its text, as it was written.
   *
   * @throws NotFound where there is no such letter
   * @throws NotAllowedException where the colleague may not see the case
   */
  @Transactional
  public CaseLetter of(long id, Colleague by) {
    Stored stored = readable(id, by);
    audit.record(by.userName(), "CASE_LETTER_VIEWED", subject(id), stored.regionCode(), Map.of());
    return stored.letter();
  }

  /** The letter's PDF; throws as {@link #of}. */
  @Transactional
  public byte[] pdf(long id, Colleague by) {
    Stored stored = readable(id, by);
    audit.record(by.userName(), "CASE_LETTER_DOWNLOADED", subject(id), stored.regionCode(), Map.of());
    return texts.open(stored.pdf(), stored.letter().pdfSha256(), place(stored.key()), LetterTexts.Form.PDF);
  }

  /** The case that the letter is about. */
  Optional<Long> caseOf(long id) {
    return jdbc.sql("SELECT case_id FROM case_letter WHERE id = ?").param(id).query(Long.class).optional();
  }

  /** Whether the colleague posts letters about this case. */
  public boolean maySend(CaseLetter letter, Colleague by) {
    return access.mayWorkOn(cases.get(letter.caseId()), by, CASE_ADMIN);
  }

  /**
   * The letters are in the post. One that was posted or withdrawn before stays as it is.
   *
   * @return how many were marked
   * @throws NotAllowedException where the colleague is not a case administrator for one of them, or may not see its case: none is marked
   */
  @Transactional
  public int posted(Collection<Long> ids, Colleague by) {
    int marked = 0;
    for (long id : ids) {
      Stored stored = stored(id);
      access.mustWorkOn(cases.get(stored.letter().caseId()), by, CASE_ADMIN);
      if (jdbc.sql("UPDATE case_letter l SET posted_by = ?, posted_at = ? WHERE l.id = ? AND" + WAITING).params(by.userName(), now(), id).update() == 0) continue;
      audit.record(by.userName(), "CASE_LETTER_POSTED", subject(id), stored.regionCode(), Map.of());
      marked++;
    }
    return marked;
  }

  static String subject(long id) {
    return "case-letter/" + id;
  }

  private static Map<String, Object> theirs(Colleague by) {
    return CaseScope.of(by, Set.of(Role.CASE_ADMIN)).parameters();
  }

  private Map<String, Object> model(CaseLetterRequest request, ProbationCase probationCase) {
    for (String needed : request.template().needs()) {
      if (request.model().getOrDefault(needed, "").isBlank()) {
        throw new IllegalArgumentException("The letter %s needs to know '%s'".formatted(request.template(), needed));
      }
    }
    Map<String, Object> model = new HashMap<>(request.model());
    model.put("regionName", probationCase.regionName());
    model.put("caseText", probationCase.text());
    model.put("addressee", request.template().addressee());
    model.put("writtenOn", Deadlines.inWords(LocalDate.now(clock)));
    return model;
  }

  private Stored readable(long id, Colleague by) {
    Stored stored = stored(id);
    access.mustSee(cases.get(stored.letter().caseId()), by);
    return stored;
  }

  private Stored stored(long id) {
    return jdbc.sql("SELECT * FROM case_letter WHERE id = ?").param(id).query(this::read).optional()
        .orElseThrow(() -> new NotFound("There is no letter %d about a case".formatted(id)));
  }

  private Stored read(ResultSet row, int n) throws SQLException {
    String key = row.getString("letter_key");
    String html = new String(texts.open(row.getBytes("html"), row.getString("html_sha256"), place(key), LetterTexts.Form.HTML), StandardCharsets.UTF_8);
    var letter = new CaseLetter(
        row.getLong("id"), CaseTemplate.valueOf(row.getString("template")), row.getLong("case_id"), cases.get(row.getLong("case_id")).text(),
        row.getObject("written_at", LocalDateTime.class), row.getString("posted_by"), row.getObject("posted_at", LocalDateTime.class),
        row.getObject("withdrawn_at", LocalDateTime.class), LetterTexts.article(html), row.getString("pdf_sha256"), row.getBoolean("by_hand"));
    return new Stored(letter, key, row.getString("region_code"), row.getBytes("pdf"));
  }

  private Optional<Long> idOf(String key, String lock) {
    return jdbc.sql("SELECT id FROM case_letter WHERE letter_key = ?" + lock).param(key).query(Long.class).optional();
  }

  private String region(long id) {
    return jdbc.sql("SELECT region_code FROM case_letter WHERE id = ?").param(id).query(String.class).single();
  }

  /** Where its texts are sealed to: not the place of a letter to staff with the same key. */
  private static String place(String key) {
    return "case/" + key;
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
