package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StartChecksTest {

    @Test
    void aTakenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket other = onLoopback()) {
            assertThatThrownBy(
                            () -> StartChecks.portsAreFree(Map.of("devolution.local.ports.web", other.getLocalPort())))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage(
                            "Port %1$d on 127.0.0.1 is taken by another program: stop it, or choose another port with --devolution.local.ports.web=<port>."
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void freePortsPass() throws IOException {
        int free;
        try (ServerSocket closedAtOnce = onLoopback()) {
            free = closedAtOnce.getLocalPort();
        }
        assertThatCode(() -> StartChecks.portsAreFree(Map.of("server.port", free)))
                .doesNotThrowAnyException();
    }

    @Test
    void aPortSetTwiceIsNamedWithBothSettings() throws IOException {
        int free;
        try (ServerSocket closedAtOnce = onLoopback()) {
            free = closedAtOnce.getLocalPort();
        }
        assertThatThrownBy(() -> StartChecks.portsAreFree(new TreeMap<>(Map.of("a", free, "b", free))))
                .hasMessage("Port %d is set twice, as a and as b: give one of them another port.".formatted(free));
    }

    @Test
    void tooLittleDiskIsSaidInMegabytes(@TempDir Path folder) {
        assertThatThrownBy(() -> StartChecks.diskIsLargeEnough(
                        folder, DataSize.ofMegabytes(2999).toBytes(), DataSize.ofGigabytes(3)))
                .isInstanceOf(LocalStackException.class)
                .hasMessage(
                        "Only 2999 MB of disk are free at %s and 3072 MB are needed: make room, or lower devolution.local.minimum-disk."
                                .formatted(folder));
    }

    @Test
    void exactlyEnoughDiskPasses(@TempDir Path folder) {
        assertThatCode(() -> StartChecks.diskIsLargeEnough(
                        folder, DataSize.ofGigabytes(3).toBytes(), DataSize.ofGigabytes(3)))
                .doesNotThrowAnyException();
    }

    @Test
    void theFolderIsMadeBeforeItsDiskIsMeasured(@TempDir Path folder) {
        assertThatCode(() -> StartChecks.diskIsLargeEnough(folder.resolve("not/there/yet"), DataSize.ofBytes(1)))
                .doesNotThrowAnyException();
    }

    private static ServerSocket onLoopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
