package uk.gov.justice.probation.devolution.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code devolution.local.*} of the stack that the profile {@code local} starts beside the application.
 *
 * @param folder where the downloads are and where they are unpacked; Maven fills it, it survives {@code mvn clean}
 * @param data where databases, engine and indices keep their state, and the logs: {@code data} in {@code folder} unless
 *     set
 * @param fresh whether to delete the state of database, engine and indices, together, before the start; {@code --fresh}
 *     does the same
 * @param launchOnFirstRun whether the programme of every region is launched when the state is new
 * @param sampleCases how many cases the sample data of the first run has; 0 imports none
 * @param minimumDisk how much disk must be free before anything starts
 * @param logSize how large the log of a part may grow before it starts again; one older log is kept
 * @param quickStart whether engine and search store start fast; without it they start slower and then run faster, for
 *     trials of many cases
 * @param restarts how often in an hour a part that ended by itself is started again
 */
@ConfigurationProperties("devolution.local")
public record LocalStackSettings(
        @DefaultValue(".local") Path folder,
        Path data,
        @DefaultValue("false") boolean fresh,
        @DefaultValue("true") boolean launchOnFirstRun,
        @DefaultValue("9000") int sampleCases,
        @DefaultValue("3GB") DataSize minimumDisk,
        @DefaultValue("20MB") DataSize logSize,
        @DefaultValue("true") boolean quickStart,
        @DefaultValue("5") int restarts,
        @DefaultValue Ports ports,
        @DefaultValue Memory memory,
        @DefaultValue Timeouts timeouts) {

    public LocalStackSettings {
        folder = folder.toAbsolutePath().normalize();
        data = (data == null ? folder.resolve("data") : data).toAbsolutePath().normalize();
    }

    /**
     * Ports, all on 127.0.0.1.
     *
     * @param web Tasklist and Operate
     * @param zeebeGrpc the engine's gRPC API, which the application uses
     * @param zeebeRest the engine's REST API
     * @param zeebeCommand the broker's command API
     * @param zeebeInternal the broker's internal API
     * @param camundaActuator health of the engine and the web apps
     * @param opensearchHttp the search store's REST API
     * @param opensearchTransport the search store's node port
     * @param mariadb the database
     */
    public record Ports(
            @DefaultValue("8080") int web,
            @DefaultValue("26500") int zeebeGrpc,
            @DefaultValue("8088") int zeebeRest,
            @DefaultValue("26501") int zeebeCommand,
            @DefaultValue("26502") int zeebeInternal,
            @DefaultValue("9600") int camundaActuator,
            @DefaultValue("9200") int opensearchHttp,
            @DefaultValue("9300") int opensearchTransport,
            @DefaultValue("13306") int mariadb) {}

    /**
     * Memory of each part.
     *
     * @param camunda heap of the engine with Operate and Tasklist
     * @param opensearch heap of the search store
     * @param mariadb buffer pool of the database
     */
    public record Memory(
            @DefaultValue("768MB") DataSize camunda,
            @DefaultValue("512MB") DataSize opensearch,
            @DefaultValue("128MB") DataSize mariadb) {}

    /**
     * How long each part may take to start.
     *
     * @param mariadb the database
     * @param opensearch the search store, which after a crash may have much to recover
     * @param zeebe the engine
     * @param webApps Operate and Tasklist
     * @param deployed the engine to take the processes, and the web apps to know them
     */
    public record Timeouts(
            @DefaultValue("120s") Duration mariadb,
            @DefaultValue("180s") Duration opensearch,
            @DefaultValue("180s") Duration zeebe,
            @DefaultValue("180s") Duration webApps,
            @DefaultValue("120s") Duration deployed) {}

    /** Options of the Java that runs the engine and the search store. */
    List<String> compiler() {
        return quickStart ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }

    /** Alone in its folder, which the engine reads as settings. */
    Path tokenFile() {
        return data.resolve("token").resolve("local.token");
    }

    Path logs() {
        return data.resolve("logs");
    }
}
