package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * A log file that starts again when it is full, keeping one older file: a part that logs without pause cannot fill the
 * disk.
 */
final class CappedLog {
    private final Path file;
    private final long limit;

    CappedLog(Path file, DataSize limit) {
        this.file = file;
        this.limit = limit.toBytes();
    }

    Path file() {
        return file;
    }

    /** Copies the stream into the log until it ends. */
    void copy(InputStream in) {
        byte[] buffer = new byte[8192];
        try (in) {
            Files.createDirectories(file.getParent());
            int read = 0;
            while (read >= 0) {
                long size = Files.exists(file) ? Files.size(file) : 0;
                try (OutputStream out =
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    while (size < limit && (read = in.read(buffer)) >= 0) {
                        out.write(buffer, 0, read);
                        size += read;
                    }
                }
                if (read >= 0) {
                    Files.move(
                            file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            drain(in);
        }
    }

    /** A full disk must not block the part that logs. */
    private static void drain(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // the part has ended
        }
    }

    /** The last line that says anything, for a message. */
    String lastLine() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return lines.reversed().stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
