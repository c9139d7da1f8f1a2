package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetterQuery.Waiting;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The letters about cases: to the person, the court, victim liaison and providers. They are stored encrypted as HTML
 * and PDF with their hashes, and posted by a case administrator, because the addresses are in nDelius. Those who may
 * see the case can read them ({@link CaseAccess}); every look is audited.
 */
@Service
public class CaseLetters {
    private static final Role CASE_ADMIN = Role.CASE_ADMIN;

    private final Typesetting typesetting;
    private final LetterTexts texts;
    private final SealedCaseLetterRepository letters;
    private final CaseLetterQuery waiting;
    private final Cases cases;
    private final CaseAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    CaseLetters(
            Typesetting typesetting,
            LetterTexts texts,
            SealedCaseLetterRepository letters,
            CaseLetterQuery waiting,
            Cases cases,
            CaseAccess access,
            AuditTrail audit,
            Clock clock) {
        this.typesetting = typesetting;
        this.texts = texts;
        this.letters = letters;
        this.waiting = waiting;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A letter in a list. Its id may appear in a URL. Times are in UTC. */
    public record Listed(
            long id,
            CaseTemplate template,
            LocalDateTime writtenAt,
            LocalDateTime postedAt,
            LocalDateTime withdrawnAt) {}

    /**
     * A letter to be posted. For a case that the colleague may not see it holds only the CRN, and {@code subject} and
     * {@code addressee} are null.
     */
    public record ToPost(
            long id, String caseText, String subject, String addressee, boolean byHand, LocalDateTime writtenAt) {

        public boolean readable() {
            return subject != null;
        }
    }

    /**
     * Writes a letter once: a second request with the same key returns the first letter unchanged. Joins the caller's
     * transaction.
     *
     * @return its id
     * @throws IllegalArgumentException if the model lacks something the template needs
     * @throws NotFound if there is no such case
     */
    @Transactional
    public long write(CaseLetterRequest request) {
        return letters.idOf(request.key()).orElseGet(() -> writeFirst(request));
    }

    private long writeFirst(CaseLetterRequest request) {
        ProbationCase probationCase = cases.get(request.caseId());
        String html = typesetting.html(
                request.template().fileName(), request.template().subject(), model(request, probationCase));
        SealedTexts sealed = texts.seal(html, typesetting.pdf(html), place(request.key()));
        var letter = new NewCaseLetter(
                request, probationCase.regionCode(), sealed, Utc.of(clock.instant()), !typesetting.printable(html));
        boolean first = letters.writeOnce(letter) > 0;
        long id = letters.idOf(request.key())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The letter %s cannot be written: its key is too long".formatted(request.key())));
        if (first)
            audit.record(
                    "system",
                    "CASE_LETTER_WRITTEN",
                    subject(id),
                    probationCase.regionCode(),
                    Map.of("htmlSha256", sealed.htmlSha256(), "pdfSha256", sealed.pdfSha256()));
        return id;
    }

    /**
     * Withdraws the letter with this key, because what it says is no longer true. If it has not been posted yet, it
     * will not be. If there is no such letter, or it was withdrawn before, nothing happens.
     */
    @Transactional
    public void withdraw(String key) {
        letters.lockByKey(key)
                .filter(letter -> letter.withdraw(clock.instant()))
                .ifPresent(letter -> {
                    letters.save(letter);
                    audit.record(
                            "system", "CASE_LETTER_WITHDRAWN", subject(letter.id()), letter.regionCode(), Map.of());
                });
    }

    /** The letters about a case, newest first, for pages that have checked who may see it. */
    public List<Listed> ofCase(long caseId) {
        return letters.findByCaseIdOrderByIdDesc(caseId);
    }

    /** The cases that these letters are about. */
    List<CaseOf> casesOf(Collection<Long> ids) {
        return letters.casesOf(ids);
    }

    /** How many letters have to be posted in the units and regions for which the colleague is a case administrator. */
    public int waiting(Colleague by) {
        return waiting.count(by);
    }

    /** These letters, oldest first. */
    public List<ToPost> toPost(Colleague by, int atMost) {
        return toPost(by, atMost, 0);
    }

    /** These letters, oldest first, after so many before. */
    public List<ToPost> toPost(Colleague by, int atMost, int before) {
        List<Waiting> found = waiting.list(by, atMost, before);
        Map<Long, ProbationCase> theirs =
                cases.all(found.stream().map(Waiting::caseId).collect(Collectors.toSet()));
        Set<Long> visible = access.visible(theirs.values(), by);
        return found.stream()
                .map(letter -> {
                    ProbationCase probationCase = theirs.get(letter.caseId());
                    boolean readable = visible.contains(letter.caseId());
                    return new ToPost(
                            letter.id(),
                            readable ? probationCase.text() : "CRN " + probationCase.crn(),
                            readable ? letter.template().subject() : null,
                            readable ? letter.template().addressee() : null,
                            readable && letter.byHand(),
                            letter.writtenAt());
                })
                .toList();
    }

    /**
     * A letter with its text, as it was written.
     *
     * @throws NotFound if there is no such letter
     * @throws NotAllowedException if the colleague may not see the case
     */
    @Transactional
    public CaseLetter of(long id, Colleague by) {
        SealedCaseLetter letter = letters.get(id);
        ProbationCase probationCase = visible(letter, by);
        audit.record(by.userName(), "CASE_LETTER_VIEWED", subject(id), letter.regionCode(), Map.of());
        return letter.readAs(probationCase.text(), texts.article(letter.texts(), place(letter.key())));
    }

    /** The letter's PDF. Throws the same exceptions as {@link #of}. */
    @Transactional
    public byte[] pdf(long id, Colleague by) {
        SealedCaseLetter letter = letters.get(id);
        visible(letter, by);
        audit.record(by.userName(), "CASE_LETTER_DOWNLOADED", subject(id), letter.regionCode(), Map.of());
        return texts.pdf(letter.texts(), place(letter.key()));
    }

    /** Whether the colleague posts letters about this case. */
    public boolean maySend(CaseLetter letter, Colleague by) {
        return access.mayWorkOn(cases.get(letter.caseId()), by, CASE_ADMIN);
    }

    /**
     * Marks letters as posted. One that was posted or withdrawn before does not change.
     *
     * @return how many were marked
     * @throws NotAllowedException if the colleague is not a case administrator for one of them, or may not see its
     *     case; then none is marked
     */
    @Transactional
    public int posted(Collection<Long> ids, Colleague by) {
        int marked = 0;
        for (long id : ids.stream().sorted().toList()) {
            SealedCaseLetter letter = letters.lock(id);
            access.mustWorkOn(cases.get(letter.caseId()), by, CASE_ADMIN);
            if (letter.post(by.userName(), clock.instant())) {
                letters.save(letter);
                audit.record(by.userName(), "CASE_LETTER_POSTED", subject(id), letter.regionCode(), Map.of());
                marked++;
            }
            letters.letGo(id);
        }
        return marked;
    }

    static String subject(long id) {
        return "case-letter/" + id;
    }

    private Map<String, Object> model(CaseLetterRequest request, ProbationCase probationCase) {
        for (String needed : request.template().needs()) {
            if (request.model().getOrDefault(needed, "").isBlank()) {
                throw new IllegalArgumentException(
                        "The letter %s needs to know '%s'".formatted(request.template(), needed));
            }
        }
        Map<String, Object> model = new HashMap<>(request.model());
        model.put("regionName", probationCase.regionName());
        model.put("caseText", probationCase.text());
        model.put("addressee", request.template().addressee());
        model.put("writtenOn", Deadlines.inWords(LocalDate.now(clock)));
        return model;
    }

    private ProbationCase visible(SealedCaseLetter letter, Colleague by) {
        ProbationCase probationCase = cases.get(letter.caseId());
        access.mustSee(probationCase, by);
        return probationCase;
    }

    /** The place its texts are bound to when encrypted, different from that of a letter to staff with the same key. */
    private static String place(String key) {
        return "case/" + key;
    }
}
