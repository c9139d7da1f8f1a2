package uk.gov.justice.probation.devolution.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tests run in several JVMs side by side. Each gets its own folders, ports and files. */
public final class Fork {
    private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "devolution-test-databases.lock");
    private static final int NUMBER = Integer.getInteger("test.fork", 1);

    private Fork() {}

    /** Counted from 1. */
    public static int number() {
        return NUMBER;
    }

    /** What starts, and may take a while. */
    public interface Start<T> {
        T server() throws IOException, InterruptedException;
    }

    /**
     * A server that is starting deletes the temporary files of another one that is being set up, and may be given the
     * port that another one has only looked for, so on one machine they start one at a time.
     */
    public static <T> T oneAtATime(Start<T> start) throws IOException {
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return start.server();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server started", e);
        }
    }

    static Path folder(String name) {
        return Path.of("target", name + "-" + NUMBER);
    }
}
