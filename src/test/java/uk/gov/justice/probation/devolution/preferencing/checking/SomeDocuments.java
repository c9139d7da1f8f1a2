package uk.gov.justice.probation.devolution.preferencing.checking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.allocating.SinceClosing;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.EnteredWord;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.OfferedPlace;
import uk.gov.justice.probation.devolution.preferencing.checking.PublishedDraw.Total;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRows;
import uk.gov.justice.probation.devolution.preferencing.drawing.SomeDraw;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;
import uk.gov.justice.probation.devolution.suppression.Suppression;

/** The documents of an invented draw, as the product publishes them. */
final class SomeDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    final ObjectNode draw;
    final ObjectNode row;
    final ObjectNode request;

    SomeDocuments(PublishedDraw draw, OwnRow row, WholeRequest request) {
        this.draw = JSON.valueToTree(draw);
        this.row = JSON.valueToTree(row);
        this.request = JSON.valueToTree(request);
    }

    /** The same, but somebody who was there at closing has left, somebody else has joined and a third has answered. */
    static SomeDocuments changedSinceClosing(Objective aim, int people, int places, Random chance) {
        return drawn(aim, people, places, chance, SomeDocuments::beforeSomeChanges);
    }

    /** The same, but the list of somebody who had one at closing was changed, and nobody says so. */
    static SomeDocuments tamperedWithSinceClosing(int people, int places, Random chance) {
        return drawn(Objective.DRAW, people, places, chance, SomeDocuments::withAnotherList);
    }

    private static AllocationRequest withAnotherList(AllocationRequest drawn) {
        List<Applicant> then = new ArrayList<>(drawn.applicants());
        Applicant victim = then.stream()
                .filter(applicant -> applicant.ranked().size() > 1)
                .findFirst()
                .orElseThrow();
        then.set(
                then.indexOf(victim),
                new Applicant(victim.person(), victim.number(), victim.ranked().reversed(), victim.verdicts()));
        return new AllocationRequest(drawn.places(), then, drawn.objective(), drawn.seed(), drawn.notAskedRank());
    }

    private static AllocationRequest beforeSomeChanges(AllocationRequest drawn) {
        List<Applicant> then = new ArrayList<>(drawn.applicants());
        Applicant joined = then.removeFirst();
        Applicant answered = then.stream()
                .filter(applicant -> !applicant.ranked().isEmpty())
                .findFirst()
                .orElseThrow();
        then.set(
                then.indexOf(answered),
                new Applicant(answered.person(), answered.number(), List.of(), answered.verdicts()));
        then.add(new Applicant("9999", "999999999", joined.ranked(), joined.verdicts()));
        return new AllocationRequest(drawn.places(), then, drawn.objective(), drawn.seed(), drawn.notAskedRank());
    }

    /** A draw of this many people, with lists, consents and rules that this chance decides. */
    static SomeDocuments drawn(Objective aim, int people, int places, Random chance) {
        return drawn(aim, people, places, chance, UnaryOperator.identity());
    }

    private static SomeDocuments drawn(
            Objective aim, int people, int places, Random chance, UnaryOperator<AllocationRequest> atClosing) {
        byte[] secret = bytes(chance);
        TreeMap<String, String> words =
                new TreeMap<>(Map.of("hr", "", "tu-napo", "Crème brûlée " + chance.nextInt(), "tu-unison", "42"));
        long seed = SomeDraw.seed(secret, words);
        List<String> options = IntStream.range(0, places)
                .mapToObj(option -> Integer.toString(95 + option))
                .toList();
        int notAsked = places + 1;
        AllocationRequest request = new AllocationRequest(
                options.stream()
                        .map(option -> new Place(option, chance.nextInt(3)))
                        .toList(),
                IntStream.range(0, people)
                        .mapToObj(person -> applicant(person, options, chance))
                        .toList(),
                aim,
                seed,
                chance.nextInt(4) == 0 ? null : notAsked);
        return of(atClosing.apply(request), request, secret, words, bytes(chance));
    }

    private static SomeDocuments of(
            AllocationRequest closing,
            AllocationRequest request,
            byte[] secret,
            TreeMap<String, String> words,
            byte[] key) {
        Allocation allocation = Allocator.allocate(request);
        Map<String, String> numbers =
                request.applicants().stream().collect(Collectors.toMap(Applicant::person, Applicant::number));
        List<Result> results = allocation.placed().stream()
                .map(placed -> new Result(
                        Long.parseLong(placed.person()),
                        placed.option() == null ? null : Long.valueOf(placed.option()),
                        placed.rank(),
                        placed.ranked(),
                        placed.lottery(),
                        false,
                        List.of()))
                .toList();
        List<DrawnPlace> drawn = results.stream()
                .map(result -> DrawnPlace.of(result, numbers.get(Long.toString(result.memberId()))))
                .toList();
        PublishedRows rows = SomeDraw.rows(request, key);
        PublishedRows then = SomeDraw.rows(closing, key);
        List<Integer> counts = Outcome.counts(results);
        PublishedDraw draw = new PublishedDraw(
                "psc-draw-1",
                "12",
                request.objective(),
                request.notAskedRank(),
                request.places().stream()
                        .map(place -> new OfferedPlace(place.option(), "Site " + place.option(), place.places()))
                        .toList(),
                Sha256.hex(Sha256.of(secret)),
                closing.applicants().size(),
                then.root(),
                results.size(),
                rows.root(),
                SinceClosing.between(closing, request),
                words.entrySet().stream()
                        .map(word -> new EnteredWord(word.getKey(), word.getValue(), SomeDraw.sha256(word.getValue())))
                        .toList(),
                Sha256.hex(secret),
                Long.toString(request.seed()),
                rows.all().stream().map(row -> row.number()).toList(),
                Suppression.totals(counts).parts().stream()
                        .map(part -> new Total(
                                part.stream().map(at -> Outcome.values()[at]).toList(),
                                part.stream().mapToInt(counts::get).sum()))
                        .toList());
        PublishedRows.Proof proof = rows.of(drawn.getFirst().number()).orElseThrow();
        return new SomeDocuments(
                draw,
                new OwnRow(
                        "psc-draw-row-1",
                        "12",
                        proof.row(),
                        proof.path(),
                        rows.root(),
                        then.of(proof.row().number())
                                .map(one -> new OwnRow.AtClosing(one.row(), one.path(), then.root()))
                                .orElse(null),
                        drawn.getFirst()),
                new WholeRequest(
                        "psc-draw-request-1",
                        "12",
                        then.root().equals(rows.root()) ? null : then.all(),
                        rows.all(),
                        drawn,
                        WholeRequest.Totals.of(results, allocation.moreWithEveryConsent())));
    }

    private static Applicant applicant(int person, List<String> options, Random chance) {
        Map<String, Verdict> verdicts = new HashMap<>();
        List<String> wishes = new ArrayList<>(options);
        Collections.shuffle(wishes, chance);
        List<String> ranked = List.copyOf(wishes.subList(0, chance.nextInt(options.size() + 1)));
        for (String option : options) {
            switch (chance.nextInt(5)) {
                case 0 -> verdicts.put(option, Verdict.no("MOBILITY"));
                case 1 -> verdicts.put(option, ranked.contains(option) ? Verdict.byConsent() : Verdict.no("MOBILITY"));
                case 2 -> {}
                default -> verdicts.put(option, Verdict.yes());
            }
        }
        return new Applicant(
                Integer.toString(1000 + person),
                Integer.toString(100_000_000 + person * 1_000 + chance.nextInt(1_000)),
                ranked,
                verdicts);
    }

    private static byte[] bytes(Random chance) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return bytes;
    }

    boolean hasNegativeSeed() {
        return draw.get("seed").asText().startsWith("-");
    }

    /** The same with every id, number and seed as a number instead of text. */
    SomeDocuments withNumbers() {
        for (JsonNode document : List.of(draw, row, request)) numbers(document);
        return this;
    }

    private static void numbers(JsonNode node) {
        if (node instanceof ObjectNode object)
            for (String name :
                    object.properties().stream().map(Map.Entry::getKey).toList()) {
                JsonNode value = object.get(name);
                if (isNumber(value)
                        && !List.of("word", "salt", "secret", "sha256").contains(name))
                    object.put(name, new BigInteger(value.asText()));
                else numbers(value);
            }
        if (node instanceof ArrayNode array)
            for (int i = 0; i < array.size(); i++) {
                if (isNumber(array.get(i)))
                    array.set(i, array.numberNode(new BigInteger(array.get(i).asText())));
                else numbers(array.get(i));
            }
    }

    private static boolean isNumber(JsonNode value) {
        return value.isTextual() && value.asText().matches("-?[1-9][0-9]{0,18}");
    }

    /** Writes those that are named, and says where. */
    List<String> written(Path folder, String... names) throws IOException {
        Map<String, ObjectNode> all = Map.of("draw.json", draw, "row.json", row, "request.json", request);
        List<String> paths = new ArrayList<>();
        for (String name : Arrays.asList(names)) {
            Path file = folder.resolve(name);
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all.get(name)));
            paths.add(file.toString());
        }
        return paths;
    }
}
