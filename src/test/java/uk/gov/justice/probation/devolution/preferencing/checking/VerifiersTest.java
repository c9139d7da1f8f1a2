package uk.gov.justice.probation.devolution.preferencing.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.justice.probation.devolution.allocation.Objective;

/** Both programs find what the product finds, and every kind of tampering with its documents. */
class VerifiersTest {
    private static final String ZEROS = "00".repeat(32);
    private static final String OF_A_ROW = "row.json: ";
    private static final int TAMPERED = 12;
    private static final int TAMPERED_SEED = 1;
    private static final String[] ALL = {"draw.json", "row.json", "request.json"};

    /** Checks each folder that it is given, in one process. */
    private static final String MANY = """
            import contextlib, io, os, sys
            sys.dont_write_bytecode = True
            sys.path.insert(0, "src/main/resources/draw")
            import verify
            for folder in sys.argv[1:]:
                printed = io.StringIO()
                paths = [folder + "/" + name for name in ("draw.json", "row.json", "request.json")]
                with contextlib.redirect_stdout(printed):
                    code = verify.main([path for path in paths if os.path.exists(path)])
                print("%d %s" % (code, printed.getvalue().splitlines()[-1]))
            """;

    @TempDir
    static Path compiled;

    @TempDir
    Path folder;

    private static Method javaChecks;

    @BeforeAll
    static void compile() throws Exception {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "21",
                        "-Werror",
                        "-d",
                        compiled.toString(),
                        "src/main/resources/draw/Verify.java");
        assertThat(code).isZero();
        javaChecks = new URLClassLoader(new URL[] {compiled.toUri().toURL()})
                .loadClass("Verify")
                .getDeclaredMethod("check", List.class, String.class, String.class, String.class);
        javaChecks.setAccessible(true);
    }

    @Test
    void bothFindWhatTheProductFindsWhateverTheAimAndTheFacts() throws Exception {
        Random chance = new Random(21);
        List<String> folders = new ArrayList<>();
        int negative = 0;
        for (Objective aim : Objective.values())
            for (int round = 0; round < 40; round++) {
                SomeDocuments documents = round % 4 == 0
                        ? SomeDocuments.changedSinceClosing(aim, 12 + chance.nextInt(3), 3, chance)
                        : SomeDocuments.drawn(aim, 1 + chance.nextInt(14), 1 + chance.nextInt(7), chance);
                if (documents.hasNegativeSeed()) negative++;
                Path one = Files.createDirectory(folder.resolve(aim + "-" + round));
                assertThat(javaSays(documents.written(one, ALL))).isEqualTo("agrees");
                folders.add(one.toString());
            }
        assertThat(negative).as("half of all seeds are negative").isBetween(40, 120);
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(pythonSays(folders)).hasSize(160).containsOnly("0 Everything that could be checked agrees.");
    }

    @Test
    void aRoundOfManyPeopleIsFoundToo() throws Exception {
        SomeDocuments documents = SomeDocuments.drawn(Objective.DRAW, 300, 40, new Random(5));
        List<String> paths = documents.written(folder, ALL);
        assertThat(javaSays(paths)).isEqualTo("agrees");
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(pythonSays(List.of(folder.toString())))
                .containsExactly("0 Everything that could be checked agrees.");
    }

    @Test
    void asAStrangerRunsThemTheyPrintTheSameAndCompareWithWhatWasShownBefore() throws Exception {
        SomeDocuments documents = SomeDocuments.drawn(Objective.DRAW, 9, 4, new Random(3));
        List<String> paths = documents.written(folder, ALL);
        List<String> arguments = new ArrayList<>(List.of(
                "--secret-sha256", documents.draw.get("secretSha256").asText(),
                "--root", documents.draw.get("root").asText().toUpperCase()));
        arguments.addAll(paths);
        Verifiers.Verdict java = Verifiers.java(arguments);
        assertThat(java.code()).isZero();
        assertThat(java.lines())
                .contains(
                        "agrees: the root of the tree is the one that you wrote down",
                        "agrees: the lottery and the places of %d people, computed again"
                                .formatted(documents.draw.get("people").asInt()),
                        "agrees: the totals")
                .last()
                .isEqualTo("Everything that could be checked agrees.");
        Verifiers.Verdict differs = Verifiers.java(List.of("--root", "00", paths.getFirst()));
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.last()).startsWith("DIFFERS: Root of the tree, as you wrote it down");
        Verifiers.Verdict unreadable = Verifiers.java(List.of(paths.getLast()));
        assertThat(unreadable.code()).isEqualTo(2);
        assertThat(unreadable.last()).contains("Give draw.json");
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(Verifiers.python(arguments)).isEqualTo(java);
        assertThat(Verifiers.python(List.of("--root", "00", paths.getFirst()))).isEqualTo(differs);
        assertThat(Verifiers.python(List.of(paths.getLast()))).isEqualTo(unreadable);
    }

    @Test
    void whatHasChangedSinceClosingIsSaidAndBothRootsAreCompared() throws Exception {
        SomeDocuments documents = SomeDocuments.changedSinceClosing(Objective.DRAW, 12, 4, new Random(6));
        List<String> arguments = new ArrayList<>(List.of(
                "--root", documents.draw.get("rootAtClosing").asText(),
                "--second-root", documents.draw.get("root").asText()));
        arguments.addAll(documents.written(folder, ALL));
        Verifiers.Verdict java = Verifiers.java(arguments);
        assertThat(java.lines())
                .contains(
                        "agrees: the root of the tree is the one that you wrote down",
                        "agrees: the second root is the one that you wrote down",
                        "changed since closing: the root of the tree; the page says why: LEFT, JOINED, ANSWERED",
                        "agrees: the rows of 12 people at closing have the root of then, and nothing else has changed")
                .last()
                .isEqualTo("Everything that could be checked agrees.");
        arguments.set(3, arguments.get(1));
        Verifiers.Verdict differs = Verifiers.java(arguments);
        assertThat(differs.last()).startsWith("DIFFERS: Second root, as you wrote it down");
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(Verifiers.python(arguments)).isEqualTo(differs);
        arguments.set(3, documents.draw.get("root").asText());
        assertThat(Verifiers.python(arguments)).isEqualTo(java);
    }

    @Test
    void everyKindOfTamperingWithTheRowsOfClosingIsFound() throws Exception {
        Map<String, Consumer<SomeDocuments>> tampering = new LinkedHashMap<>();
        tampering.put("does not say why", all -> all.draw.putArray("changes"));
        tampering.put(
                "Changes since closing: the document says LEFT, computed is LEFT, JOINED, ANSWERED",
                all -> all.draw.putArray("changes").add("LEFT"));
        tampering.put("Root of closing from everybody's rows", all -> all.draw.put("rootAtClosing", ZEROS));
        tampering.put(
                "Root of closing from",
                all -> array(object(all.request, "rowsAtClosing", 2), "near").add("94"));
        tampering.put("Rows at closing", all -> all.draw.put("peopleAtClosing", 13));
        tampering.put("rows at closing in their order", all -> lastFirst(array(all.request, "rowsAtClosing")));
        tampering.put("if nothing has changed since closing", all -> all.draw.putNull("changes"));
        tampering.put(OF_A_ROW + "there was none at closing", all -> {
            all.draw.putArray("changes").add("LEFT");
            all.row.putNull("atClosing");
        });
        for (Map.Entry<String, Consumer<SomeDocuments>> one : tampering.entrySet()) {
            SomeDocuments documents =
                    SomeDocuments.changedSinceClosing(Objective.DRAW, TAMPERED, 4, new Random(TAMPERED_SEED));
            one.getValue().accept(documents);
            bothFind(one.getKey(), documents);
        }
        SomeDocuments silently = SomeDocuments.tamperedWithSinceClosing(TAMPERED, 4, new Random(TAMPERED_SEED));
        bothFind("does not say why", silently);
        silently.draw.putArray("changes").add("ANSWERED");
        bothFind("it is not the one of closing", silently);
    }

    private void bothFind(String difference, SomeDocuments documents) throws Exception {
        boolean ofARow = difference.startsWith(OF_A_ROW);
        String sentence = difference.replace(OF_A_ROW, "");
        List<String> paths = documents.written(
                Files.createTempDirectory(folder, "closing"), "draw.json", ofARow ? "row.json" : "request.json");
        String found = javaSays(paths);
        assertThat(found).as(difference).startsWith("DIFFERS").contains(sentence);
        if (Verifiers.isPythonThere())
            assertThat(Verifiers.python(paths).last()).as(difference).isEqualTo(found);
    }

    @Test
    void idsAndSeedsMayBeNumbersInsteadOfText() throws Exception {
        SomeDocuments documents =
                SomeDocuments.drawn(Objective.DRAW, 9, 4, new Random(8)).withNumbers();
        assertThat(documents.draw.get("seed").isNumber()).isTrue();
        assertThat(javaSays(documents.written(folder, ALL))).isEqualTo("agrees");
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(pythonSays(List.of(folder.toString())))
                .containsExactly("0 Everything that could be checked agrees.");
    }

    @Test
    void beforeTheLettersARowIsCheckedAgainstTheRootAlone() throws Exception {
        SomeDocuments documents = SomeDocuments.drawn(Objective.DRAW, 9, 4, new Random(4));
        for (String later : List.of("secret", "seed", "numbers", "totals")) documents.draw.putNull(later);
        documents.row.putNull("result");
        assertThat(javaSays(documents.written(folder, "draw.json", "row.json"))).isEqualTo("agrees");
        ((ObjectNode) documents.row.get("row")).put("number", "123456789");
        assertThat(javaSays(documents.written(folder, "draw.json", "row.json")))
                .contains("Root of the tree from the row of 123456789");
    }

    @Test
    void everyKindOfTamperingIsFound() throws Exception {
        Map<String, Consumer<SomeDocuments>> tampering = new LinkedHashMap<>();
        tampering.put("SHA-256 of the secret: the document says", all -> all.draw.put("secret", ZEROS));
        tampering.put("SHA-256 of the secret", all -> all.draw.put("secretSha256", ZEROS));
        tampering.put(
                "SHA-256 of the word of tu-napo",
                all -> object(all.draw, "words", 1).put("word", "another"));
        tampering.put(
                "it is not in the form NFC", all -> object(all.draw, "words", 1).put("word", "e\u0301"));
        tampering.put("Seed", all -> object(all.draw, "words", 0).put("party", "ha"));
        tampering.put("Seed: the document says 42", all -> all.draw.put("seed", "42"));
        tampering.put("Parties in the order", all -> lastFirst(array(all.draw, "words")));
        tampering.put(
                "Published numbers, each different",
                all -> array(all.draw, "numbers")
                        .set(0, array(all.draw, "numbers").get(1)));
        tampering.put("Published numbers: ", all -> array(all.draw, "numbers").set(0, "999999998"));
        tampering.put("Published numbers", all -> array(all.draw, "numbers").remove(0));
        tampering.put(
                OF_A_ROW + "Root of the tree from the row",
                all -> all.draw.put("root", ZEROS).put("rootAtClosing", ZEROS));
        tampering.put(
                OF_A_ROW + "Root of the tree",
                all -> array(all.row.get("row"), "ranked").add("95"));
        tampering.put(OF_A_ROW + "and its path", all -> array(all.row, "path").remove(0));
        tampering.put(OF_A_ROW + "Turn of", all -> ((ObjectNode) all.row.get("result")).put("lottery", 3));
        tampering.put(
                "Root of the tree from everybody's rows",
                all -> all.draw.put("root", ZEROS).put("rootAtClosing", ZEROS));
        tampering.put(
                "Root of the tree from",
                all -> array(object(all.request, "rows", 0), "ranked").add("95"));
        tampering.put(
                "the tree from everybody's rows",
                all -> array(object(all.request, "rows", 2), "near").add("94"));
        tampering.put(
                "tree from everybody's rows",
                all -> array(object(all.request, "rows", 2), "consented").add("94"));
        tampering.put(
                "from everybody's rows", all -> object(all.request, "rows", 1).put("salt", "00"));
        tampering.put("Rows: ", all -> array(all.request, "rows").remove(1));
        tampering.put("Numbers of the rows in their order", all -> lastFirst(array(all.request, "rows")));
        tampering.put("Number with turn 1 in the lottery", all -> lastFirst(array(all.request, "results")));
        tampering.put("Turn of", all -> object(all.request, "results", 1).put("lottery", 1));
        tampering.put("Place of", all -> placed(all).putNull("place"));
        tampering.put("computed is nothing", all -> without(all).put("place", "95"));
        tampering.put("Choice that", all -> placed(all).put("choice", 7));
        tampering.put(
                "Place of 1", all -> all.draw.get("places").forEach(place -> ((ObjectNode) place).put("places", 0)));
        tampering.put("Place", all -> all.draw.put("aim", "GREEDY"));
        tampering.put("Total of people", all -> totals(all).put("people", 8));
        tampering.put("Totals by choice", all -> array(totals(all), "choices").add(1));
        tampering.put("places that were not asked for", all -> totals(all).put("notAsked", 9));
        tampering.put("Total without a place", all -> totals(all).put("none", 9));
        tampering.put("with every consent", all -> totals(all).put("moreWithEveryConsent", 9));
        tampering.put("Sum of the totals", all -> object(all.draw, "totals", 0).put("people", 99));
        tampering.put("different consultations", all -> all.request.put("consultation", "13"));

        List<String> folders = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Consumer<SomeDocuments>> one : tampering.entrySet()) {
            SomeDocuments documents = SomeDocuments.drawn(Objective.DRAW, TAMPERED, 4, new Random(TAMPERED_SEED));
            one.getValue().accept(documents);
            Path where = Files.createDirectory(folder.resolve("tampered-" + folders.size()));
            String difference = javaSays(documents.written(
                    where, one.getKey().startsWith(OF_A_ROW) ? ALL : new String[] {"draw.json", "request.json"}));
            assertThat(difference)
                    .as(one.getKey())
                    .startsWith("DIFFERS")
                    .contains(one.getKey().replace(OF_A_ROW, ""));
            found.add("1 " + difference);
            folders.add(where.toString());
        }
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(pythonSays(folders)).containsExactlyElementsOf(found);
    }

    @Test
    void whatIsNoDocumentIsNamedAndNotChecked() throws Exception {
        List<String> broken = List.of(
                "{",
                "[]",
                "{\"format\": \"psc-draw-1\"}",
                "{\"format\": 1.5}",
                "{\"a\": 1, \"a\": 2}",
                "{\"format\": \"x\"}");
        List<String> folders = new ArrayList<>();
        for (String text : broken) {
            Path where = Files.createDirectory(folder.resolve("broken-" + folders.size()));
            for (String name : ALL) Files.writeString(where.resolve(name), text);
            folders.add(where.toString());
            assertThat(javaSays(List.of(where.resolve("draw.json").toString()))).startsWith("CANNOT BE CHECKED");
        }
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(pythonSays(folders)).allSatisfy(line -> assertThat(line).startsWith("2 CANNOT BE CHECKED"));
    }

    private static ObjectNode totals(SomeDocuments all) {
        return (ObjectNode) all.request.get("totals");
    }

    private static void lastFirst(ArrayNode array) {
        array.insert(0, array.remove(array.size() - 1));
    }

    private static ObjectNode placed(SomeDocuments all) {
        for (JsonNode result : all.request.get("results"))
            if (!result.get("choice").isNull()) return (ObjectNode) result;
        throw new IllegalStateException("Nobody got what they asked for");
    }

    private static ObjectNode without(SomeDocuments all) {
        for (JsonNode result : all.request.get("results"))
            if (result.get("place").isNull()) return (ObjectNode) result;
        throw new IllegalStateException("Everybody has a place");
    }

    private static ArrayNode array(JsonNode document, String name) {
        return (ArrayNode) document.get(name);
    }

    private static ObjectNode object(JsonNode document, String name, int at) {
        return (ObjectNode) document.get(name).get(at);
    }

    private static String javaSays(List<String> paths) throws Exception {
        PrintStream before = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            javaChecks.invoke(null, paths, null, null, null);
            return "agrees";
        } catch (InvocationTargetException found) {
            boolean differs = found.getCause().getClass().getSimpleName().equals("Differs");
            return (differs ? "DIFFERS: " : "CANNOT BE CHECKED: ")
                    + found.getCause().getMessage();
        } finally {
            System.setOut(before);
        }
    }

    private List<String> pythonSays(List<String> folders) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "-c", MANY));
        command.addAll(folders);
        Verifiers.Verdict verdict = Verifiers.run(command);
        assertThat(verdict.code()).as(String.join("\n", verdict.lines())).isZero();
        return verdict.lines();
    }
}
