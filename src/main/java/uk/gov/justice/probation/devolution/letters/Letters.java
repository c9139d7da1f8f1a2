package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.EmailAddress;
import uk.gov.justice.probation.devolution.workforce.Regions;

/**
 * The letters to members of staff. The person, their line manager and HR of the letter's region can read one; every
 * look is audited. The outcome of an appeal is not for the line manager, because it contains the panel's reasons.
 */
@Service
public class Letters {
    private final Typesetting typesetting;
    private final LetterTexts texts;
    private final SealedLetterRepository letters;
    private final AddresseeRepository addressees;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Letters(
            Typesetting typesetting,
            LetterTexts texts,
            SealedLetterRepository letters,
            AddresseeRepository addressees,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.typesetting = typesetting;
        this.texts = texts;
        this.letters = letters;
        this.addressees = addressees;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A letter in a list. Its id may appear in a URL. */
    public record Listed(long id, Template template, LetterState state, Paper paper, LocalDateTime writtenAt) {

        public String stateInWords() {
            return state.inWords(paper);
        }
    }

    /**
     * Writes a letter once: a second request with the same key returns the first letter unchanged.
     *
     * @return its id
     * @throws IllegalArgumentException if there is no such member of staff
     */
    @Transactional
    public long write(LetterRequest request) {
        return letters.idOf(request.key()).orElseGet(() -> writeFirst(request));
    }

    private long writeFirst(LetterRequest request) {
        String html = typesetting.html(request.template(), model(request));
        SealedTexts sealed = texts.seal(html, typesetting.pdf(html), request.key());
        Addressee addressee = addressees
                .findById(request.staffNumber())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is nobody with the staff number %s to write to. Import the staff file again"
                                .formatted(request.staffNumber())));
        Paper paper = Paper.of(typesetting.printable(html), addressee.email());
        boolean first =
                letters.writeOnce(new NewLetter(request, addressee.email(), paper, sealed, Utc.of(clock.instant())))
                        > 0;
        long id = letters.idOf(request.key())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The letter %s cannot be written: its key is too long".formatted(request.key())));
        if (first) {
            audit.record(
                    "system",
                    "LETTER_WRITTEN",
                    subject(id),
                    request.regionCode(),
                    Map.of(
                            "template",
                            request.template(),
                            "htmlSha256",
                            sealed.htmlSha256(),
                            "pdfSha256",
                            sealed.pdfSha256()));
        }
        return id;
    }

    /**
     * A letter with its text, as it was written.
     *
     * @throws NotFound if there is no such letter
     * @throws NotAllowedException if the colleague may not read it
     */
    @Transactional
    public Letter of(long id, Colleague by) {
        AddressedLetter found = readable(id, by);
        SealedLetter letter = found.letter();
        audited("LETTER_VIEWED", letter, by);
        return letter.readAs(
                found.addressee().inFull(), letter.isErased() ? null : texts.article(letter.texts(), letter.key()));
    }

    /** The letter's PDF. Throws the same exceptions as {@link #of}, and {@link NotFound} if it was erased. */
    @Transactional
    public byte[] pdf(long id, Colleague by) {
        SealedLetter letter = readable(id, by).letter();
        if (letter.isErased())
            throw new NotFound("The text of letter %d was erased when its time was over".formatted(id));
        audited("LETTER_DOWNLOADED", letter, by);
        return texts.pdf(letter.texts(), letter.key());
    }

    /** Whether the colleague can correct the letter's address. */
    public boolean managedBy(Letter letter, Colleague by) {
        return isHrOf(letter.regionCode(), by);
    }

    /**
     * Gives a letter that could not be sent another address. It is sent there when its task is answered.
     *
     * @throws BreaksRules with a sentence for the page if it is not an email address
     * @throws NotPossibleNow with a sentence for the page if the letter is not waiting for an address
     */
    @Transactional
    public void mendAddress(long id, String email, Colleague by) {
        SealedLetter letter = letters.lock(id);
        if (!isHrOf(letter.regionCode(), by)) {
            readable(id, by);
            throw new NotAllowedException("Only HR of the region changes where a letter goes. You are signed in as %s."
                    .formatted(by.userName()));
        }
        String mended = email == null ? "" : email.strip();
        if (!EmailAddress.canBeSentTo(mended))
            throw new BreaksRules("email", "Enter an email address in the correct form, like name@example.com");
        letter.mendAddress(mended);
        letters.save(letter);
        audit.record(by.userName(), "LETTER_ADDRESS_MENDED", subject(id), letter.regionCode(), Map.of());
    }

    /** The letters to somebody, newest first. */
    public List<Listed> to(String staffNumber) {
        return letters.findByStaffNumberOrderByIdDesc(staffNumber);
    }

    static String subject(long id) {
        return "letter/" + id;
    }

    private Map<String, Object> model(LetterRequest request) {
        Map<String, Object> model = new HashMap<>(request.model());
        model.put("regionName", regions.get(request.regionCode()).name());
        model.put("writtenOn", Deadlines.inWords(LocalDate.now(clock)));
        return model;
    }

    private AddressedLetter readable(long id, Colleague by) {
        AddressedLetter found = letters.addressed(id).orElseThrow(() -> SealedLetterRepository.unknown(id));
        SealedLetter letter = found.letter();
        boolean lineManager =
                found.addressee().isManagedBy(by.userName()) && letter.template() != Template.APPEAL_OUTCOME;
        if (!by.userName().equals(letter.staffNumber()) && !lineManager && !isHrOf(letter.regionCode(), by)) {
            throw new NotAllowedException(
                    "Only those a letter concerns and HR of the region can read it. You are signed in as %s."
                            .formatted(by.userName()));
        }
        return found;
    }

    private static boolean isHrOf(String regionCode, Colleague by) {
        return by.isIn(TaskGroup.of(Role.HR, regionCode));
    }

    private void audited(String action, SealedLetter letter, Colleague by) {
        audit.record(
                by.userName(),
                action,
                subject(letter.id()),
                letter.regionCode(),
                Map.of("template", letter.template()));
    }
}
