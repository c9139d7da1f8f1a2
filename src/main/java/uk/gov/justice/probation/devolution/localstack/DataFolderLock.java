package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Marks the data folder as in use, so that no second application touches its database or its parts. The operating
 * system releases it when this process ends, however it ends; the file stays and means nothing without the lock.
 */
final class DataFolderLock implements AutoCloseable {
    /** Beyond the text of the file, which others read while it is locked. */
    private static final long LOCKED_AT = Long.MAX_VALUE - 1;

    /** The files locked by this process, which would lose a lock merely by opening and closing the file again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataFolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataFolderLock take(Path data) {
        try {
            Files.createDirectories(data);
            Path file = data.toRealPath().resolve("in-use");
            if (!HELD.add(file)) {
                throw inUse(data, ProcessHandle.current().pid());
            }
            try {
                return new DataFolderLock(file, locked(file, data));
            } catch (IOException | RuntimeException e) {
                HELD.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new LocalStackException("The folder %s cannot be written to: %s.".formatted(data, e.getMessage()), e);
        }
    }

    private static FileChannel locked(Path file, Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_AT, 1, false);
            if (lock == null) {
                throw inUse(data, Files.readString(file).strip());
            }
            channel.truncate(0)
                    .write(
                            ByteBuffer.wrap(
                                    String.valueOf(ProcessHandle.current().pid())
                                            .getBytes(StandardCharsets.UTF_8)),
                            0);
            return channel;
        } catch (OverlappingFileLockException otherClassLoader) {
            throw inUse(data, ProcessHandle.current().pid());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static LocalStackException inUse(Path data, Object process) {
        return new LocalStackException(
                ("PSC Devolution already runs on the data in %s (process %s), and goes on running. Stop it first, "
                                + "or start this one with data and ports of its own: --devolution.local.data=<folder> --server.port=<port> --management.server.port=<port> --devolution.local.ports.*=<port>.")
                        .formatted(data, process));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalStackException(
                    "The lock %s could not be given back: %s.".formatted(file, e.getMessage()), e);
        } finally {
            HELD.remove(file);
        }
    }
}
