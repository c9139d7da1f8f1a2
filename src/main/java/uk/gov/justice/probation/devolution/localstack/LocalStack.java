package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Starts and stops the parts in order: MariaDB, OpenSearch, then Zeebe with Operate and Tasklist. */
final class LocalStack {
    private final LocalStackSettings settings;
    private final Console console;
    private final Map<String, Integer> applicationPorts;
    private final MariaDb mariaDb;
    private final OpenSearch openSearch;
    private final Camunda camunda;
    private final ChildProcess mariaDbProcess;
    private final ChildProcess openSearchProcess;
    private final ChildProcess camundaProcess;
    private DataFolderLock lock;

    /**
     * The parts, not yet started.
     *
     * @param applicationPorts the application's own ports, by the name of their setting
     * @param beyondRestarts what to do when a part ends again and again
     */
    LocalStack(
            LocalStackSettings settings,
            Map<String, Integer> applicationPorts,
            Console console,
            Runnable beyondRestarts) {
        this.settings = settings;
        this.console = console;
        this.applicationPorts = applicationPorts;
        mariaDb = new MariaDb(settings);
        openSearch = new OpenSearch(settings);
        camunda = new Camunda(settings, openSearch, applicationPorts.getOrDefault("server.port", 0));
        mariaDbProcess = process(
                "MariaDB",
                () -> mariaDb.commandLine(childJar("guard")),
                settings.data().resolve("mariadb-files"),
                beyondRestarts);
        openSearchProcess = process(
                "OpenSearch",
                () -> openSearch.commandLine(childJar("opensearch")),
                settings.data().resolve("opensearch-files"),
                beyondRestarts);
        camundaProcess = process(
                "Camunda", () -> camunda.commandLine(childJar("camunda")), camunda.workingFolder(), beyondRestarts);
    }

    private ChildProcess process(
            String name, ChildProcess.Command command, Path workingFolder, Runnable beyondRestarts) {
        CappedLog log = new CappedLog(
                settings.logs().resolve(name.toLowerCase(java.util.Locale.ROOT) + ".log"), settings.logSize());
        return new ChildProcess(
                name,
                command,
                workingFolder,
                log,
                new RestartPolicy(settings.restarts(), Clock.systemUTC()),
                console,
                beyondRestarts);
    }

    void start() {
        lock = DataFolderLock.take(settings.data());
        mariaDb.stopLeftOver();
        checkPorts();
        StartChecks.diskIsLargeEnough(settings.folder(), settings.minimumDisk());
        StartChecks.diskIsLargeEnough(settings.data(), settings.minimumDisk());
        if (settings.fresh()) {
            console.step("Deleting the state of earlier runs in " + settings.data(), this::deleteState);
        }
        unpack();
        makeToken();
        LocalStackSettings.Timeouts timeouts = settings.timeouts();
        openSearchProcess.start();
        console.step(
                "Starting MariaDB on port %d, waiting for its first connection"
                        .formatted(settings.ports().mariadb()),
                () -> {
                    mariaDb.install();
                    mariaDbProcess.start();
                    mariaDbProcess.awaitReady(mariaDb::isReady, timeouts.mariadb());
                });
        mariaDbProcess.watch(mariaDb::isReady, timeouts.mariadb());
        console.step(
                "Starting OpenSearch on port %d, waiting until its indices are open"
                        .formatted(settings.ports().opensearchHttp()),
                () -> openSearchProcess.awaitReady(openSearch::isReady, timeouts.opensearch()));
        openSearchProcess.watch(openSearch::isReady, timeouts.opensearch());
        camundaProcess.start();
        console.step(
                "Starting Zeebe on ports %d (gRPC) and %d (REST), waiting for its partition to have a leader"
                        .formatted(
                                settings.ports().zeebeGrpc(), settings.ports().zeebeRest()),
                () -> {
                    camundaProcess.awaitReady(camunda::engineIsReady, timeouts.zeebe());
                    camundaProcess.awaitReady(this::engineFollowsTheTrial, timeouts.zeebe());
                });
        console.step(
                "Starting Operate and Tasklist on port %d, waiting until they are ready"
                        .formatted(settings.ports().web()),
                () -> {
                    camundaProcess.awaitReady(camunda::webAppsAreReady, timeouts.webApps());
                    camunda.addLogins();
                });
        camundaProcess.watch(camunda::webAppsAreReady, timeouts.webApps());
    }

    /** Before anything is asked of the engine, which begins with the time of this machine. */
    private boolean engineFollowsTheTrial() {
        try {
            new EngineClock(settings).follow(new TrialClock(settings));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void checkPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>(applicationPorts);
        LocalStackSettings.Ports own = settings.ports();
        ports.put("devolution.local.ports.web", own.web());
        ports.put("devolution.local.ports.zeebe-grpc", own.zeebeGrpc());
        ports.put("devolution.local.ports.zeebe-rest", own.zeebeRest());
        ports.put("devolution.local.ports.zeebe-command", own.zeebeCommand());
        ports.put("devolution.local.ports.zeebe-internal", own.zeebeInternal());
        ports.put("devolution.local.ports.camunda-actuator", own.camundaActuator());
        ports.put("devolution.local.ports.opensearch-http", own.opensearchHttp());
        ports.put("devolution.local.ports.opensearch-transport", own.opensearchTransport());
        ports.put("devolution.local.ports.mariadb", own.mariadb());
        StartChecks.portsAreFree(ports);
    }

    private void deleteState() {
        try {
            for (Path folder : List.of(
                    settings.data().resolve("mariadb"),
                    settings.data().resolve("mariadb-files"),
                    camunda.data(),
                    openSearch.data(),
                    TrialOffset.file(settings),
                    firstRunMark())) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new LocalStackException(
                    "The state in %s could not be deleted: %s.".formatted(settings.data(), e.getMessage()), e);
        }
    }

    private void unpack() {
        CamundaDistribution distribution = CamundaDistribution.in(settings.folder());
        OpenSearchLibraries libraries = OpenSearchLibraries.in(settings.folder());
        libraries.check();
        if (!distribution.isUnpacked()) {
            console.step(
                    "Checking and unpacking Camunda %s, once".formatted(CamundaDistribution.VERSION),
                    distribution::unpack);
        }
        childJar("opensearch");
        childJar("camunda");
    }

    private void makeToken() {
        try {
            OwnersFile.secret(settings.tokenFile(), 32, HexFormat.of()::formatHex);
        } catch (IOException e) {
            throw new LocalStackException(
                    "The token in %s could not be read or made: %s.".formatted(settings.tokenFile(), e.getMessage()),
                    e);
        }
    }

    private Path childJar(String name) {
        Path folder = settings.folder().resolve("children");
        return switch (name) {
            case "opensearch" ->
                ChildJar.build(
                        folder, name, OpenSearchLibraries.in(settings.folder()).folder(), "OpenSearchNode.java");
            case "camunda" ->
                ChildJar.build(
                        folder, name, CamundaDistribution.in(settings.folder()).libraries(), "LocalExtension.java");
            default -> ChildJar.build(folder, name, null);
        };
    }

    /** In the order that loses nothing: each part stops before those it writes to. */
    void stop() {
        List<ChildProcess> inOrder = List.of(camundaProcess, openSearchProcess, mariaDbProcess);
        inOrder.forEach(ChildProcess::prepareStop);
        inOrder.forEach(ChildProcess::stop);
        if (lock != null) {
            lock.close();
        }
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(mariaDb.properties());
        properties.putAll(camunda.properties());
        properties.putAll(LocalKey.properties(settings.data()));
        return properties;
    }

    private Path firstRunMark() {
        return firstRunMark(settings);
    }

    static Path firstRunMark(LocalStackSettings settings) {
        return settings.data().resolve("first-run-done");
    }

    static boolean isFirstRun(LocalStackSettings settings) {
        return !Files.exists(firstRunMark(settings));
    }
}
