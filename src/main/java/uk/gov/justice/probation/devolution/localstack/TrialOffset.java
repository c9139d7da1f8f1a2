package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How far the trial's date is ahead of today's, in a file of the data folder, so that a restart goes on from there. */
final class TrialOffset {
    private final Path file;

    TrialOffset(LocalStackSettings settings) {
        this.file = file(settings);
    }

    static Path file(LocalStackSettings settings) {
        return settings.data().resolve("trial-date-ahead-by");
    }

    Duration read() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException | DateTimeParseException e) {
            throw new LocalStackException(
                    "How far the trial's date is ahead could not be read from %s: %s. Delete the file to begin with today's date again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** The file is never half written. */
    void write(Duration ahead) {
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(written, ahead + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
