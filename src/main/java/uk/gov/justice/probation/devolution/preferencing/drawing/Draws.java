package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Secrets;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/** Finds the seed of a round when nobody can answer or add a word any more, and shows where it came from. */
@Service
public class Draws {

    /**
     * @param word empty if the party added none
     * @param sha256 of the word, in hexadecimal; empty if there is none
     */
    public record Word(Party party, String word, String sha256) {}

    private final Words words;
    private final Secrets secrets;
    private final DrawNumbers numbers;

    Draws(Words words, Secrets secrets, DrawNumbers numbers) {
        this.words = words;
        this.secrets = secrets;
        this.numbers = numbers;
    }

    /** Finds the seed. In a round of before, it was drawn with the publication. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void draw(Round round, Consultations.Facts consultation) {
        if (!round.hasSecret()) return;
        numbers.draw(consultation.id());
        round.drawn(DrawSeed.of(secrets.open(round), words.opened(consultation)));
    }

    /**
     * Fixes everybody's rows, so that none can be changed once the root of their tree is shown. If they are fixed again
     * because somebody has left or answered since, a row that is the same keeps its hash.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fix(Round round, AllocationRequest request) {
        if (!round.hasSecret()) return;
        byte[] key = round.saltKey() == null ? secrets.random() : secrets.openSaltKey(round);
        round.rowsFixed(PublishedRows.of(request, key).root(), secrets.sealedSaltKey(round.consultationId(), key));
    }

    /** Everybody's rows in a round in which they are fixed. */
    public PublishedRows rows(Round round, AllocationRequest request) {
        return PublishedRows.of(request, secrets.openSaltKey(round));
    }

    /** Everybody's words. They must not be shown while one can be added. */
    public List<Word> words(Consultations.Facts consultation) {
        SortedMap<String, String> opened = words.opened(consultation);
        return words.parties(consultation).stream()
                .map(party -> new Word(party, opened.get(party.id()), DrawSeed.sha256(opened.get(party.id()))))
                .toList();
    }

    /** In hexadecimal. It must not be shown before everybody's letter is written: with it anybody finds the seed. */
    public String secret(Round round) {
        return Sha256.hex(secrets.open(round));
    }
}
