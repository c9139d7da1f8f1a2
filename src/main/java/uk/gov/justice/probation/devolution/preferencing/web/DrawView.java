package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.checking.DrawDocuments;
import uk.gov.justice.probation.devolution.preferencing.checking.DrawReader;
import uk.gov.justice.probation.devolution.preferencing.checking.DrawReaders;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw;
import uk.gov.justice.probation.devolution.preferencing.checking.ReadingParty;
import uk.gov.justice.probation.devolution.preferencing.checking.Stage;
import uk.gov.justice.probation.devolution.preferencing.checking.Stages;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.drawing.Party;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.security.Colleague;

/** What the page of a draw shows of it: as much as its stage allows, and to a party whom it has named. */
@Component
class DrawView {

    /** Whom a party has named to read everybody's rows; only the party itself reads their names. */
    record ReadersRow(ReadingParty party, int named) {}

    /** A party, and whether it has added a word. */
    record PartyRow(Party party, boolean entered) {}

    private final Rounds rounds;
    private final Words words;
    private final Draws draws;
    private final DrawNumbers numbers;
    private final Runs runs;
    private final Stages stages;
    private final DrawDocuments documents;
    private final DrawReaders drawReaders;

    DrawView(
            Rounds rounds,
            Words words,
            Draws draws,
            DrawNumbers numbers,
            Runs runs,
            Stages stages,
            DrawDocuments documents,
            DrawReaders drawReaders) {
        this.rounds = rounds;
        this.words = words;
        this.draws = draws;
        this.numbers = numbers;
        this.runs = runs;
        this.stages = stages;
        this.documents = documents;
        this.drawReaders = drawReaders;
    }

    void show(Facts consultation, Colleague colleague, Optional<Member> own, Model model) {
        Round round = rounds.find(consultation.id()).orElse(null);
        Stage stage = round == null ? Stage.PUBLISHED : stages.of(round);
        List<Party> parties = words.parties(consultation);
        List<String> entered = words.entered(consultation.id());
        model.addAttribute("consultation", consultation);
        model.addAttribute("round", round);
        model.addAttribute(
                "run",
                stage.is(Stage.GIVEN_OUT) ? runs.official(consultation.id()).orElse(null) : null);
        model.addAttribute("rowsFixed", stage.is(Stage.ROWS_FIXED));
        model.addAttribute(
                "parties",
                parties.stream()
                        .map(party -> new PartyRow(party, entered.contains(party.id())))
                        .toList());
        model.addAttribute(
                "adds",
                round != null && words.areOpen(round)
                        ? parties.stream()
                                .filter(party -> party.isOf(colleague))
                                .findFirst()
                                .orElse(null)
                        : null);
        boolean hasSecret = round != null && round.hasSecret();
        model.addAttribute("words", hasSecret && stage.is(Stage.ROWS_FIXED) ? draws.words(consultation) : null);
        model.addAttribute("secret", hasSecret && stage.is(Stage.GIVEN_OUT) ? draws.secret(round) : null);
        PublishedDraw published =
                round != null && stages.hasDocuments(round) ? documents.published(consultation) : null;
        model.addAttribute("published", published);
        model.addAttribute(
                "changed",
                published != null
                        && published.changes() != null
                        && !published.changes().isEmpty());
        showReaders(consultation, colleague, model);
        model.addAttribute("number", own.map(Member::id).flatMap(numbers::of).orElse(null));
        model.addAttribute("lastClosing", round == null ? null : rounds.lastClosing(consultation.id()));
        model.addAttribute("longest", Words.LONGEST);
    }

    private void showReaders(Facts consultation, Colleague colleague, Model model) {
        List<ReadingParty> parties = drawReaders.parties(consultation);
        ReadingParty naming = parties.stream()
                .filter(party -> party.names(colleague))
                .findFirst()
                .orElse(null);
        model.addAttribute(
                "readerCounts",
                parties.stream()
                        .map(party -> new ReadersRow(
                                party, drawReaders.namedBy(party, consultation).size()))
                        .toList());
        model.addAttribute("naming", naming);
        model.addAttribute("named", naming == null ? List.<DrawReader>of() : drawReaders.namedBy(naming, consultation));
        model.addAttribute("readsAll", drawReaders.isNamed(consultation, colleague));
        model.addAttribute("mostReaders", DrawReaders.MOST);
    }
}
