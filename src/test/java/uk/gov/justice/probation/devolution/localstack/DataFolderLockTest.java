package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DataFolderLockTest {

    /** Another application on the same data: takes the lock and keeps it until it is killed. */
    public static final class Other {
        public static void main(String[] args) throws IOException {
            DataFolderLock.take(Path.of(args[0]));
            System.out.println("taken");
            System.in.read();
        }
    }

    @TempDir
    Path folder;

    private Process other;
    private Process database;

    @AfterEach
    void nothingIsLeftRunning() {
        Stream.of(other, database).filter(process -> process != null).forEach(Process::destroyForcibly);
    }

    @Test
    void anotherApplicationOnTheSameDataIsToldSo() throws Exception {
        anotherRuns();

        assertThatThrownBy(() -> DataFolderLock.take(data()))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("already runs on the data in " + data())
                .hasMessageContaining("process " + other.pid())
                .hasMessageContaining("Stop it first")
                .hasMessageContaining("--devolution.local.data=");
    }

    @Test
    void theSameProcessIsToldSoAndKeepsItsLock() throws Exception {
        try (DataFolderLock held = DataFolderLock.take(data())) {
            assertThatThrownBy(() -> DataFolderLock.take(data())).hasMessageContaining("already runs");
            assertThatThrownBy(() -> DataFolderLock.take(data().resolve("../data")))
                    .hasMessageContaining("already runs");
            assertThat(other().waitFor())
                    .as("another process still finds it locked")
                    .isNotZero();
            assertThat(held).isNotNull();
        }
        assertThatCode(() -> DataFolderLock.take(data()).close()).doesNotThrowAnyException();
    }

    @Test
    void whoIsKilledKeepsNothing() throws Exception {
        anotherRuns();
        other.destroyForcibly().waitFor();

        assertThatCode(() -> DataFolderLock.take(data()).close()).doesNotThrowAnyException();
    }

    @Test
    void aSecondStartLeavesTheRunningDatabaseAlone() throws Exception {
        LocalStackSettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("devolution.local.folder", folder, "devolution.local.fresh", true)))
                .bind("devolution.local", LocalStackSettings.class)
                .get();
        aDatabaseRuns(settings);
        anotherRuns();
        List<Path> before = files();
        LocalStack second = new LocalStack(settings, Map.of(), new Console(new PrintStream(System.out)), () -> {});

        assertThatThrownBy(second::start)
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("already runs");
        second.stop();

        assertThat(database.isAlive()).isTrue();
        assertThat(files()).isEqualTo(before);
        assertThatThrownBy(() -> DataFolderLock.take(data())).hasMessageContaining("already runs");
        new MariaDb(settings).stopLeftOver();
        assertThat(database.waitFor(30, TimeUnit.SECONDS))
                .as("it is one that a start with the lock would have ended")
                .isTrue();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data())) {
            return all.sorted().toList();
        }
    }

    private void anotherRuns() throws IOException {
        other = other();
        assertThat(new String(other.getInputStream().readNBytes(5))).isEqualTo("taken");
    }

    private Process other() throws IOException {
        return new ProcessBuilder(
                        ChildJvm.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        data().toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Looks like a server that has lost its guard: a start that may touch it would end it. */
    private void aDatabaseRuns(LocalStackSettings settings) throws IOException {
        Path sleep = Path.of("/bin/sleep");
        Assumptions.assumeTrue(Files.exists(sleep));
        Path server = new MariaDb(settings)
                .commandLine(Path.of("guard.jar")).stream()
                        .filter(word -> word.startsWith(folder + "/mariadb/bin"))
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow();
        Files.createDirectories(server.getParent());
        Files.copy(sleep.toRealPath(), server);
        database = new ProcessBuilder(server.toString(), "300").start();
        Files.createDirectories(data().resolve("mariadb-files"));
        Files.writeString(data().resolve("mariadb-files/pid"), String.valueOf(database.pid()));
    }
}
