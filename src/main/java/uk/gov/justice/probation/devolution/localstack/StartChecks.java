package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** The checks before anything starts. */
final class StartChecks {
    private StartChecks() {}

    /** Checks every port before the first part starts. The map's keys are the names of the settings. */
    static void portsAreFree(Map<String, Integer> ports) {
        Map<Integer, String> settings = new HashMap<>();
        ports.forEach((setting, port) -> {
            String other = settings.putIfAbsent(port, setting);
            if (other != null) {
                throw new LocalStackException("Port %d is set twice, as %s and as %s: give one of them another port."
                        .formatted(port, other, setting));
            }
            if (!isFree(port)) {
                throw new LocalStackException(
                        "Port %d on 127.0.0.1 is taken by another program: stop it, or choose another port with --%s=<port>."
                                .formatted(port, setting));
            }
        });
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static void diskIsLargeEnough(Path folder, DataSize minimum) {
        try {
            Files.createDirectories(folder);
            diskIsLargeEnough(folder, Files.getFileStore(folder).getUsableSpace(), minimum);
        } catch (IOException e) {
            throw new LocalStackException(
                    "The folder %s cannot be written to: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    static void diskIsLargeEnough(Path folder, long free, DataSize minimum) {
        if (free < minimum.toBytes()) {
            throw new LocalStackException(
                    "Only %d MB of disk are free at %s and %d MB are needed: make room, or lower devolution.local.minimum-disk."
                            .formatted(free >> 20, folder, minimum.toMegabytes()));
        }
    }
}
