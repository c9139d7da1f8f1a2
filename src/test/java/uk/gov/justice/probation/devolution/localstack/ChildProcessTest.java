package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Uses real processes: a tiny main class in a separate JVM, run by {@link Guarded} as every part of the stack is. */
class ChildProcessTest {

    /** Waits for ever, or ends at once if requested. */
    public static final class Sleeper {
        public static void main(String[] args) throws InterruptedException {
            System.out.println("a word for the log");
            if (args.length > 0) {
                System.exit(7);
            }
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private ChildProcess child;

    @AfterEach
    void nothingIsLeftRunning() {
        child.stop();
    }

    @Test
    void endsWhenItsInputEnds() {
        child = child(1, line());
        child.start();
        ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();

        child.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void isStartedAgainWhenItIsKilled() {
        child = child(1, line());
        child.start();
        child.awaitReady(() -> true, Duration.ofSeconds(10));
        child.watch(() -> true, Duration.ofSeconds(10));
        long killed = child.pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> console().contains("Part is back after"));
        assertThat(child.pid()).isNotEqualTo(killed);
        assertThat(console()).contains("Part ended by itself (exit code 137): starting it again");
        assertThat(gaveUp).isFalse();
    }

    @Test
    void isGivenUpWhenItEndsAgainAndAgain() {
        child = child(2, line("end"));
        child.watch(() -> true, Duration.ofSeconds(10));
        child.start();

        await().atMost(Duration.ofSeconds(30)).untilTrue(gaveUp);
        assertThat(console())
                .contains("Part ended again (exit code 7) and is not started once more")
                .contains("a word for the log");
    }

    @Test
    void endingWhileItStartsIsSaidWithItsLastWord() {
        child = child(1, line("end"));
        child.start();

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(30)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("Part ended while it was starting (exit code 7)")
                .hasMessageContaining("a word for the log");
    }

    @Test
    void notAnsweringInTimeIsSaidWithTheSetting() {
        child = child(1, line());
        child.start();

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(200)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("devolution.local.timeouts");
    }

    @Test
    void aProgramThatIsNoJvmEndsWithItsGuard() {
        String classes = System.getProperty("java.class.path");
        child = child(
                1,
                ChildJvm.program(
                        ChildJar.build(folder, "guard", null),
                        List.of(ChildJvm.java(), "-cp", classes, Sleeper.class.getName())));
        child.start();
        ProcessHandle guard = ProcessHandle.of(child.pid()).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> guard.children().findAny().isPresent());
        ProcessHandle program = guard.children().findAny().orElseThrow();

        child.stop();

        assertThat(guard.isAlive()).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> !program.isAlive());
    }

    private List<String> line(String... arguments) {
        List<String> line = ChildJvm.main(
                Sleeper.class.getName(),
                List.of(place(Sleeper.class), place(Guarded.class)),
                DataSize.ofMegabytes(16),
                List.of("-XX:TieredStopAtLevel=1"),
                List.of());
        return Stream.concat(line.stream(), Arrays.stream(arguments)).toList();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChildProcess child(int restarts, List<String> line) {
        return new ChildProcess(
                "Part",
                () -> line,
                folder,
                new CappedLog(folder.resolve("part.log"), DataSize.ofMegabytes(1)),
                new RestartPolicy(restarts, CLOCK),
                new Console(new PrintStream(said, true, StandardCharsets.UTF_8)),
                () -> gaveUp.set(true));
    }

    private String console() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
