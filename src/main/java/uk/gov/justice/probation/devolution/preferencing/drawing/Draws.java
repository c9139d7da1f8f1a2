package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    /** Where a seed came from. */
    public record Origin(String secret, List<Word> words) {}

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

    /** Where the seed came from. It must not be shown before the places have been given out. */
    public Origin origin(Round round, Consultations.Facts consultation) {
        SortedMap<String, String> opened = words.opened(consultation);
        return new Origin(
                Sha256.hex(secrets.open(round)),
                words.parties(consultation).stream()
                        .map(party -> new Word(party, opened.get(party.id()), DrawSeed.sha256(opened.get(party.id()))))
                        .toList());
    }
}
