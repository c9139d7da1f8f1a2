package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * The words that the unions and HR add to the seed of a round, so that nobody can have chosen it. Nobody reads a word
 * before the last person's time to answer has ended; the audit trail says only whose it is.
 */
@Service
public class Words {
    public static final int LONGEST = 100;

    private final DrawWordRepository words;
    private final Rounds rounds;
    private final Consultations consultations;
    private final ConsultationOverview overview;
    private final Sealing sealing;
    private final AuditTrail audit;
    private final Clock clock;

    Words(
            DrawWordRepository words,
            Rounds rounds,
            Consultations consultations,
            ConsultationOverview overview,
            Sealing sealing,
            AuditTrail audit,
            Clock clock) {
        this.words = words;
        this.rounds = rounds;
        this.consultations = consultations;
        this.overview = overview;
        this.sealing = sealing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who may add a word, in the order of their ids. */
    public List<Party> parties(Consultations.Facts consultation) {
        List<Party> parties = new ArrayList<>();
        parties.add(new Party(
                Role.HR.word(),
                "HR of " + consultation.regionName(),
                TaskGroup.of(Role.HR, consultation.regionCode())));
        overview.unions(consultation.id()).forEach(union -> {
            TaskGroup group = TaskGroup.of(Role.TU, union.slug());
            parties.add(new Party(group.name(), union.name(), group));
        });
        parties.sort(Comparator.comparing(Party::id));
        return parties;
    }

    /** Whether a word can be added now. */
    public boolean areOpen(Round round) {
        return round.hasSecret()
                && round.closedAt() == null
                && clock.instant().isBefore(rounds.lastClosing(round.consultationId()));
    }

    /**
     * Adds the word of the colleague's party, in place of one it entered before.
     *
     * @throws NotPossibleNow if it is no word, or none can be added now
     * @throws NotAllowedException if the colleague belongs to none of the parties
     */
    @Transactional
    public void enter(long consultationId, String entered, Colleague by) {
        Consultations.Facts consultation = consultations.get(consultationId);
        Party party = parties(consultation).stream()
                .filter(one -> one.isOf(by))
                .findFirst()
                .orElseThrow(() -> new NotAllowedException(
                        "Only HR of %s and the unions that are consulted can add a word to the draw of '%s'. You are signed in as %s."
                                .formatted(consultation.regionName(), consultation.title(), by.userName())));
        if (rounds.find(consultationId).isEmpty())
            throw new NotPossibleNow("A word can be added once the places are published.");
        Round round = rounds.lock(consultationId);
        if (!round.hasSecret())
            throw new NotPossibleNow(
                    "The seed of this draw was drawn when the places were published, so no word can be added.");
        if (!areOpen(round))
            throw new NotPossibleNow("The last person's time to answer has ended, so no word can be added now.");
        String word = normal(entered);
        if (word.isEmpty()) throw new NotPossibleNow("Enter a word");
        if (word.codePointCount(0, word.length()) > LONGEST)
            throw new NotPossibleNow("The word must be %d characters or fewer".formatted(LONGEST));
        DrawWord one = words.findByConsultationIdAndParty(consultationId, party.id())
                .orElseGet(() -> new DrawWord(consultationId, party.id()));
        one.enter(
                sealing.seal(word.getBytes(StandardCharsets.UTF_8), place(consultationId, party.id()))
                        .bytes(),
                clock.instant());
        words.save(one);
        audit.record(
                by.userName(),
                "DRAW_WORD_ENTERED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("party", party.title()));
    }

    /** The ids of the parties that have entered a word. */
    public List<String> entered(long consultationId) {
        return words.findByConsultationId(consultationId).stream()
                .map(DrawWord::party)
                .toList();
    }

    /** Everybody's words by the party's id, empty where there is none. They must not be shown before closing. */
    SortedMap<String, String> opened(Consultations.Facts consultation) {
        Map<String, String> opened = new HashMap<>();
        words.findByConsultationId(consultation.id())
                .forEach(one -> opened.put(
                        one.party(),
                        new String(
                                sealing.open(Sealed.of(one.word()), place(consultation.id(), one.party())),
                                StandardCharsets.UTF_8)));
        SortedMap<String, String> all = new TreeMap<>();
        parties(consultation).forEach(party -> all.put(party.id(), opened.getOrDefault(party.id(), "")));
        return all;
    }

    static String normal(String entered) {
        return Normalizer.normalize(entered, Normalizer.Form.NFC).strip();
    }

    private static String place(long consultationId, String party) {
        return "preferencing/word/%d/%s".formatted(consultationId, party);
    }
}
