package uk.gov.justice.probation.devolution.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * One real MySQL 8 for all tests of a JVM, with its binary log on as in production: on loopback, on a free port, with
 * its own password, its binaries under target.
 */
public final class EmbeddedMySql implements DatabaseServer {
    private static final String DATABASE = "devolution";
    private static final String SPARE = "spare";
    private static final Path BINARIES = Fork.folder("mysql").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static EmbeddedMySql running;

    private final int port;
    private final String password = UUID.randomUUID().toString();
    private final Runnable ending;

    private EmbeddedMySql() throws IOException, InterruptedException {
        unpack();
        port = FreePorts.next();
        Path files = Files.createTempDirectory("mysql-");
        Path data = files.resolve("data");
        Path log = files.resolve("log");

        Process initialising = mysqld(log, "--initialize-insecure", "--datadir=" + data);
        if (!initialising.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || initialising.exitValue() != 0) {
            initialising.destroyForcibly();
            throw new IllegalStateException("MySQL could not make its data directory:\n" + Files.readString(log));
        }
        Process server = mysqld(
                log,
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + files.resolve("socket"),
                "--lc-messages-dir=" + BINARIES.resolve("share"),
                "--mysqlx=OFF",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=0",
                "--sync-binlog=0",
                "--innodb-buffer-pool-size=256M",
                // half of what it takes to empty a table between two tests
                "--innodb-file-per-table=OFF",
                "--log-bin-trust-function-creators=ON");
        ending = () -> {
            server.destroyForcibly().onExit().join();
            FileSystemUtils.deleteRecursively(files.toFile());
        };
        SpringApplication.getShutdownHandlers().add(ending);
        try (Connection connection = connectAsRoot(server, log);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
            statement.execute("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(DATABASE, password));
            statement.execute("GRANT ALL ON %1$s.* TO '%1$s'@'%%'".formatted(DATABASE));
            statement.execute("GRANT ALL ON %1$s.* TO '%2$s'@'%%'".formatted(SPARE, DATABASE));
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL took no database and user", e);
        }
    }

    /** The server of this JVM, started on first use. */
    public static synchronized EmbeddedMySql running() {
        if (running == null) {
            try {
                running = Fork.oneAtATime(EmbeddedMySql::new);
            } catch (IOException e) {
                throw new IllegalStateException("MySQL did not start", e);
            }
        }
        return running;
    }

    /** For tests without a Spring application; the end of the application would otherwise stop the server. */
    public static synchronized void stop() {
        if (running != null) running.ending.run();
        running = null;
    }

    @Override
    public String url() {
        return url(DATABASE);
    }

    @Override
    public String spareUrl() {
        return url(SPARE);
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(port, database);
    }

    @Override
    public String user() {
        return DATABASE;
    }

    @Override
    public String password() {
        return password;
    }

    private static Process mysqld(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(BINARIES.resolve("bin/mysqld").toString(), "--no-defaults", "--innodb-use-native-aio=OFF"));
        command.addAll(List.of(options));
        if ("root".equals(System.getProperty("user.name"))) command.add("--user=root");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Connection connectAsRoot(Process server, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(
                        "jdbc:mysql://127.0.0.1:%d/mysql?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(port),
                        "root",
                        "");
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > end)
                    throw new IllegalStateException("MySQL did not start:\n" + Files.readString(log), e);
                Thread.sleep(100);
            }
        }
    }

    private static void unpack() throws IOException {
        if (Files.exists(BINARIES)) return;
        Path unpacking = Files.createDirectories(BINARIES.resolveSibling("mysql-" + UUID.randomUUID()));
        String system = System.getProperty("os.name").replace(' ', '_') + "-" + System.getProperty("os.arch");
        InputStream packed = EmbeddedMySql.class.getResourceAsStream("/mysql-" + system + ".tar.gz");
        if (packed == null) throw new IllegalStateException("The test MySQL has no binaries for " + system);
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = unpacking.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
        doWithoutLibaio(unpacking);
        Files.move(unpacking, BINARIES);
    }

    /**
     * The binary is linked against libaio, which many machines lack. Without native asynchronous I/O nothing in it is
     * called, so any library can stand in for it.
     */
    private static void doWithoutLibaio(Path binaries) throws IOException {
        boolean installed = List.of(
                        "/lib",
                        "/usr/lib",
                        "/lib64",
                        "/usr/lib64",
                        "/lib/x86_64-linux-gnu",
                        "/usr/lib/x86_64-linux-gnu")
                .stream()
                .anyMatch(folder -> Files.exists(Path.of(folder, "libaio.so.1")));
        Path standIn = binaries.resolve("lib/libcrypto.so.1.0.0");
        if (!installed && Files.exists(standIn))
            Files.createSymbolicLink(binaries.resolve("bin/libaio.so.1"), Path.of("../lib/libcrypto.so.1.0.0"));
    }
}
