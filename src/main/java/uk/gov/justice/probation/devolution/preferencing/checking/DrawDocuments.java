package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.FixedRows;
import uk.gov.justice.probation.devolution.preferencing.allocating.FixedRows.AtClosing;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.allocating.SinceClosing;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.EnteredWord;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.OfferedPlace;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.Total;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRows;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.suppression.Suppression;

/**
 * The documents from which a stranger can check a draw: one for everybody, each person's own row for that person alone,
 * and everybody's rows for the named readers of the unions and the appeal panel.
 */
@Service
public class DrawDocuments {
    private final Rounds rounds;
    private final Stages stages;
    private final Options options;
    private final Runs runs;
    private final FixedRows fixed;
    private final Draws draws;
    private final DrawNumbers numbers;
    private final DrawReaders readers;

    DrawDocuments(
            Rounds rounds,
            Stages stages,
            Options options,
            Runs runs,
            FixedRows fixed,
            Draws draws,
            DrawNumbers numbers,
            DrawReaders readers) {
        this.rounds = rounds;
        this.stages = stages;
        this.options = options;
        this.runs = runs;
        this.fixed = fixed;
        this.draws = draws;
        this.numbers = numbers;
        this.readers = readers;
    }

    /** @throws NotPossibleNow before the places are published, and in rounds of before */
    @Transactional(readOnly = true)
    public PublishedDraw published(Facts consultation) {
        Round round = documented(consultation);
        Stage stage = stages.of(round);
        Run run = runs.official(consultation.id()).orElse(null);
        AtClosing closing = fixed.of(consultation.id()).orElse(null);
        AllocationRequest request = run == null ? requestAt(closing) : runs.request(run.id());
        boolean isFixed = stage.is(Stage.ROWS_FIXED);
        boolean givenOut = stage.is(Stage.GIVEN_OUT);
        return new PublishedDraw(
                "psc-draw-1",
                Long.toString(consultation.id()),
                consultation.aim(),
                request == null ? null : request.notAskedRank(),
                options.all(consultation.id()).stream()
                        .map(option -> new OfferedPlace(Long.toString(option.id()), option.name(), option.places()))
                        .toList(),
                round.commitment(),
                closing == null ? null : closing.people(),
                closing == null ? null : closing.root(),
                isFixed ? request.applicants().size() : null,
                round.rowsRoot(),
                run == null || closing == null ? null : SinceClosing.between(closing.request(), request),
                isFixed
                        ? draws.words(consultation).stream()
                                .map(word -> new EnteredWord(word.party().id(), word.word(), word.sha256()))
                                .toList()
                        : null,
                givenOut ? draws.secret(round) : null,
                givenOut ? Long.toString(run.seed()) : null,
                givenOut
                        ? draws.rows(round, request).all().stream()
                                .map(row -> row.number())
                                .toList()
                        : null,
                givenOut ? totals(run) : null);
    }

    /**
     * The person's own row, for nobody else.
     *
     * @throws NotPossibleNow while somebody can still answer, in rounds of before, and if they were not in the draw
     */
    @Transactional(readOnly = true)
    public OwnRow own(Facts consultation, Member member) {
        Round round = documented(consultation);
        Stage stage = stages.of(round);
        if (!stage.is(Stage.ROWS_FIXED))
            throw new NotPossibleNow("There are no rows yet. There will be when the last person's time has ended.");
        Run run = runs.official(consultation.id()).orElse(null);
        AtClosing closing = fixed.of(consultation.id()).orElse(null);
        AllocationRequest request = run == null ? requestAt(closing) : runs.request(run.id());
        Optional<String> number = numbers.of(member.id());
        PublishedRows.Proof proof = number.flatMap(draws.rows(round, request)::of)
                .orElseThrow(() -> new NotPossibleNow("You were not in this draw, so there is no row of yours."));
        DrawnPlace result = !stage.is(Stage.GIVEN_OUT)
                ? null
                : runs.results(run.id()).stream()
                        .filter(one -> one.memberId() == member.id())
                        .findFirst()
                        .map(one -> DrawnPlace.of(one, proof.row().number()))
                        .orElseThrow();
        return new OwnRow(
                "psc-draw-row-1",
                Long.toString(consultation.id()),
                proof.row(),
                proof.path(),
                round.rowsRoot(),
                closing == null
                        ? null
                        : number.flatMap(draws.rows(round, closing.request())::of)
                                .map(then -> new OwnRow.AtClosing(then.row(), then.path(), closing.root()))
                                .orElse(null),
                result);
    }

    /**
     * Everybody's rows and results. Each time is recorded.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException for everybody but the named readers
     * @throws NotPossibleNow before everybody's letter is written, and in rounds of before
     */
    @Transactional
    public WholeRequest whole(Facts consultation, Colleague by) {
        ReadingParty party = readers.mustBeNamed(consultation, by);
        Round round = documented(consultation);
        if (!stages.of(round).is(Stage.GIVEN_OUT))
            throw new NotPossibleNow("The whole request can be read when everybody's letter is written.");
        Run run = official(consultation);
        List<Result> results = runs.results(run.id());
        Map<Long, String> drawn = numbers.all(consultation.id());
        readers.recordDownload(consultation, party, by);
        return new WholeRequest(
                "psc-draw-request-1",
                Long.toString(consultation.id()),
                fixed.of(consultation.id())
                        .filter(closing -> !closing.root().equals(round.rowsRoot()))
                        .map(closing -> draws.rows(round, closing.request()).all())
                        .orElse(null),
                draws.rows(round, runs.request(run.id())).all(),
                results.stream()
                        .map(result -> DrawnPlace.of(result, drawn.get(result.memberId())))
                        .toList(),
                WholeRequest.Totals.of(results, run.moreWithEveryConsent()));
    }

    private List<Total> totals(Run run) {
        List<Integer> counts = Outcome.counts(runs.results(run.id()));
        return Suppression.totals(counts).parts().stream()
                .map(part -> new Total(
                        part.stream().map(outcome -> Outcome.values()[outcome]).toList(),
                        part.stream().mapToInt(counts::get).sum()))
                .toList();
    }

    private Round documented(Facts consultation) {
        return rounds.find(consultation.id())
                .filter(stages::hasDocuments)
                .orElseThrow(
                        () -> new NotPossibleNow(
                                "There are no documents of this draw: its places are not published yet, or they were before there were any."));
    }

    private static AllocationRequest requestAt(AtClosing closing) {
        return closing == null ? null : closing.request();
    }

    private Run official(Facts consultation) {
        return runs.official(consultation.id()).orElseThrow();
    }
}
