package uk.gov.justice.probation.devolution.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.database.Fork;
import uk.gov.justice.probation.devolution.database.FreePorts;

/**
 * The product as 'mvn spring-boot:run' starts it, in the profile local, with its own ports and data; only the downloads
 * are the project's.
 */
final class RunningProduct implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String BANNER = "PSC Devolution is ready";
    private static final String STARTED = "Started DevolutionApplication";
    private static final List<String> STACK_PORTS = List.of(
            "zeebe-grpc",
            "zeebe-rest",
            "zeebe-command",
            "zeebe-internal",
            "camunda-actuator",
            "opensearch-http",
            "opensearch-transport",
            "mariadb");

    private final Path data;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private final TimedJobs timedJobs = TimedJobs.ofTheProduct();
    private Process process;
    private volatile Instant started;

    private RunningProduct(Path data) {
        this.data = data;
    }

    static RunningProduct start(Path data, String... settings) throws IOException, InterruptedException {
        RunningProduct product = new RunningProduct(data.toAbsolutePath());
        product.run(true, settings);
        return product;
    }

    /** Restarts it with its present state. */
    void startAgain(String... settings) throws IOException, InterruptedException {
        run(false, settings);
    }

    /** kill -9 of the application, and waiting for its parts to notice. */
    void kill() throws InterruptedException {
        List<ProcessHandle> parts = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle part : parts) {
            part.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** kill -9 of the part whose command line contains the word. */
    void killPart(String word) {
        ProcessHandle part = process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .reduce((guard, guarded) -> guarded)
                .orElseThrow(() -> new IllegalStateException("No part runs with " + word));
        part.destroyForcibly();
    }

    private void run(boolean fresh, String... settings) throws IOException, InterruptedException {
        Fork.oneAtATime(() -> startedAlone(fresh, settings));
    }

    /** What is downloaded is unpacked by the first that starts; two at once would take twice as long to start. */
    private Process startedAlone(boolean fresh, String... settings) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                Path.of("target", "classes")
                        + System.getProperty("path.separator")
                        + Files.readString(Path.of("target", "runtime-classpath.txt"))
                                .strip(),
                "uk.gov.justice.probation.devolution.DevolutionApplication",
                "--logging.level.uk.gov.justice.probation.devolution.DevolutionApplication=INFO",
                "--devolution.local.folder=.local",
                "--devolution.local.data=" + data,
                "--devolution.local.fresh=" + fresh,
                "--devolution.local.ports.web=" + port("web"),
                "--server.port=" + port("console"),
                "--management.server.port=" + port("actuator")));
        STACK_PORTS.forEach(name -> line.add("--devolution.local.ports.%s=%d".formatted(name, port(name))));
        line.addAll(List.of(settings));
        Files.createDirectories(data.getParent());
        CountDownLatch bannerOrEnd = new CountDownLatch(1);
        synchronized (said) {
            said.clear();
        }
        process = new ProcessBuilder(line).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().start(() -> listen(bannerOrEnd));
        bannerOrEnd.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!output().contains(BANNER)) {
            close();
            throw new IllegalStateException("The product did not start:\n" + output());
        }
        return process;
    }

    private void listen(CountDownLatch bannerOrEnd) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var log = new PrintWriter(data + ".log", StandardCharsets.UTF_8)) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                log.println(text);
                log.flush();
                synchronized (said) {
                    said.add(text);
                }
                if (text.contains(STARTED)) started = Instant.now();
                if (text.contains(BANNER)) {
                    bannerOrEnd.countDown();
                }
            }
        } catch (IOException ended) {
            // with the process
        } finally {
            bannerOrEnd.countDown();
        }
    }

    String output() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    String tasklist() {
        return "http://localhost:%d/tasklist".formatted(ports.get("web"));
    }

    String operate() {
        return "http://localhost:%d/operate".formatted(ports.get("web"));
    }

    String webApps() {
        return "http://localhost:" + ports.get("web");
    }

    String console() {
        return "http://localhost:" + ports.get("console");
    }

    /** The product's own database, for what cannot be done through its pages. */
    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:%d/devolution".formatted(ports.get("mariadb")),
                "devolution",
                Files.readString(data.resolve("mariadb-files/password")));
    }

    /** A count or another whole number. */
    int count(String sql, Object... parameters) throws SQLException, IOException {
        try (Connection database = database();
                PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) query.setObject(i + 1, parameters[i]);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The values of the first column. */
    List<String> texts(String sql, Object... parameters) throws SQLException, IOException {
        try (Connection database = database();
                PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) query.setObject(i + 1, parameters[i]);
            try (ResultSet row = query.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (row.next()) found.add(row.getString(1));
                return found;
            }
        }
    }

    int update(String sql) throws SQLException, IOException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /**
     * Waits until the count is reached, even while the database is restarting.
     *
     * @return the time, as {@link System#nanoTime}
     */
    long awaitCount(String sql, int atLeast) throws IOException, InterruptedException {
        return awaitCount(sql, atLeast, Duration.ofMinutes(8));
    }

    /** Like {@link #awaitCount(String, int)}, with another time limit. */
    long awaitCount(String sql, int atLeast, Duration patience) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            try {
                if (count(sql) >= atLeast) return System.nanoTime();
            } catch (SQLException restarting) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError(
                "Not within %d minutes: %s; %s".formatted(patience.toMinutes(), sql, new Standstill(this).inOneLine()));
    }

    /** Lets what the application does by itself at this time pass by, so that it is not taken for somebody's doing. */
    void awaitNoTimedJob() throws InterruptedException {
        for (Optional<Instant> near = nearJob(); near.isPresent(); near = nearJob()) {
            Thread.sleep(Duration.between(Instant.now(), near.get()).plusMillis(1));
        }
    }

    private Optional<Instant> nearJob() {
        return timedJobs.near(started, Instant.now());
    }

    /** Every address that a browser of this test has requested. */
    List<String> visited() {
        return visited;
    }

    /** Where the parts write their logs. */
    Path logs() {
        return data.resolve("logs");
    }

    String openSearch() {
        return "http://127.0.0.1:" + ports.get("opensearch-http");
    }

    /** The engine's own REST API. */
    String engine() {
        return "http://127.0.0.1:" + ports.get("zeebe-rest");
    }

    /** What the parts expect as {@code Authorization}. */
    String token() throws IOException {
        return "Basic "
                + Base64.getEncoder().encodeToString(("devolution:" + tokenWord()).getBytes(StandardCharsets.UTF_8));
    }

    String tokenWord() throws IOException {
        return Files.readString(data.resolve("token/local.token")).strip();
    }

    /** The command lines of the application and all its parts, as other programs on this machine see them. */
    List<String> commandLines() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(part -> part.info().commandLine().orElse(""))
                .toList();
    }

    int port(String name) {
        return ports.computeIfAbsent(name, unused -> FreePorts.next());
    }

    /** Stops it in order, like Ctrl-C. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> parts = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        parts.forEach(ProcessHandle::destroyForcibly);
    }
}
