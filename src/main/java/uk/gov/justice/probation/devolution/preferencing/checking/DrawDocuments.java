package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.EnteredWord;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.OfferedPlace;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.Total;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRows;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
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
    private final Draws draws;
    private final DrawNumbers numbers;
    private final DrawReaders readers;
    private final AuditTrail audit;

    DrawDocuments(
            Rounds rounds,
            Stages stages,
            Options options,
            Runs runs,
            Draws draws,
            DrawNumbers numbers,
            DrawReaders readers,
            AuditTrail audit) {
        this.rounds = rounds;
        this.stages = stages;
        this.options = options;
        this.runs = runs;
        this.draws = draws;
        this.numbers = numbers;
        this.readers = readers;
        this.audit = audit;
    }

    /** @throws NotPossibleNow before the places are published, and in rounds of before */
    @Transactional(readOnly = true)
    public PublishedDraw published(Facts consultation) {
        Round round = documented(consultation);
        Stage stage = stages.of(round);
        Map<String, String> names = options.all(consultation.id()).stream()
                .collect(Collectors.toMap(option -> Long.toString(option.id()), Option::name));
        if (!stage.is(Stage.ROWS_FIXED))
            return new PublishedDraw(
                    "psc-draw-1",
                    Long.toString(consultation.id()),
                    consultation.aim(),
                    null,
                    options.all(consultation.id()).stream()
                            .map(option -> new OfferedPlace(Long.toString(option.id()), option.name(), option.places()))
                            .toList(),
                    round.commitment(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        Run run = official(consultation);
        AllocationRequest request = runs.request(run.id());
        boolean givenOut = stage.is(Stage.GIVEN_OUT);
        return new PublishedDraw(
                "psc-draw-1",
                Long.toString(consultation.id()),
                request.objective(),
                request.notAskedRank(),
                request.places().stream()
                        .map(place -> new OfferedPlace(place.option(), names.get(place.option()), place.places()))
                        .toList(),
                round.commitment(),
                run.people(),
                round.rowsRoot(),
                draws.words(consultation).stream()
                        .map(word -> new EnteredWord(word.party().id(), word.word(), word.sha256()))
                        .toList(),
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
        Run run = official(consultation);
        PublishedRows.Proof proof = numbers.of(member.id())
                .flatMap(draws.rows(round, runs.request(run.id()))::of)
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
        audit.record(
                by.userName(),
                "DRAW_REQUEST_DOWNLOADED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("party", party.title()));
        return new WholeRequest(
                "psc-draw-request-1",
                Long.toString(consultation.id()),
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

    private Run official(Facts consultation) {
        return runs.official(consultation.id()).orElseThrow();
    }
}
