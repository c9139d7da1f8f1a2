package uk.gov.justice.probation.devolution.preferencing.checking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The two programs with which a stranger checks a draw, run as a stranger runs them. */
public final class Verifiers {
    private static final Path FOLDER = Path.of("src/main/resources/draw");

    /** What a program printed, and with what it ended. */
    public record Verdict(int code, List<String> lines) {
        public String last() {
            return lines.isEmpty() ? "" : lines.getLast();
        }
    }

    private Verifiers() {}

    public static boolean isPythonThere() {
        try {
            return run(List.of("python3", "--version")).code() == 0;
        } catch (IOException | InterruptedException notThere) {
            return false;
        }
    }

    public static Verdict python(List<String> arguments) throws IOException, InterruptedException {
        return run(with(List.of("python3", FOLDER.resolve("verify.py").toString()), arguments));
    }

    /** As if there were Java 21 alone. */
    public static Verdict java(List<String> arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(with(
                List.of(java, "--source", "21", FOLDER.resolve("Verify.java").toString()), arguments));
    }

    static Verdict run(List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("verify", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("%s did not end".formatted(command));
            }
            return new Verdict(process.exitValue(), Files.readAllLines(printed));
        } finally {
            Files.delete(printed);
        }
    }

    private static List<String> with(List<String> command, List<String> arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        return all;
    }
}
