package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One part of the stack in its own process: started, watched, restarted if it ends by itself, and stopped by closing
 * its standard input.
 */
final class ChildProcess {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(45);

    /** Returns the command line. Called at each start, so that it can clean up after a crash. */
    interface Command {
        List<String> line() throws IOException;
    }

    private final String name;
    private final Command command;
    private final Path workingFolder;
    private final CappedLog log;
    private final RestartPolicy restarts;
    private final Console console;
    private final Runnable beyondRestarts;

    private volatile Process process;
    private volatile boolean stopping;
    private volatile BooleanSupplier ready = () -> true;
    private volatile Duration timeout = Duration.ofMinutes(5);
    private volatile boolean watched;

    ChildProcess(
            String name,
            Command command,
            Path workingFolder,
            CappedLog log,
            RestartPolicy restarts,
            Console console,
            Runnable beyondRestarts) {
        this.name = name;
        this.command = command;
        this.workingFolder = workingFolder;
        this.log = log;
        this.restarts = restarts;
        this.console = console;
        this.beyondRestarts = beyondRestarts;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        try {
            Files.createDirectories(workingFolder);
            Process started = new ProcessBuilder(command.line())
                    .directory(workingFolder.toFile())
                    .redirectErrorStream(true)
                    .start();
            Thread.ofPlatform().daemon().name(name + " log").start(() -> log.copy(started.getInputStream()));
            process = started;
            started.onExit()
                    .thenAcceptAsync(
                            this::ended,
                            task -> Thread.ofPlatform()
                                    .daemon()
                                    .name(name + " watch")
                                    .start(task));
        } catch (IOException e) {
            throw new LocalStackException("%s could not be started: %s.".formatted(name, e.getMessage()), e);
        }
    }

    /** Waits until the part answers. If it ends or never answers, fails with a clear sentence. */
    void awaitReady(BooleanSupplier probe, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!probe.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LocalStackException(
                        "%s ended while it was starting (exit code %d); the last line of its log %s is: %s"
                                .formatted(name, process.exitValue(), log.file(), log.lastLine()));
            }
            if (System.nanoTime() > end) {
                throw new LocalStackException(
                        "%s did not answer within %d s; see its log %s, or allow more time with devolution.local.timeouts.*."
                                .formatted(name, limit.toSeconds(), log.file()));
            }
            pause();
        }
    }

    /** From now on the part is restarted if it ends by itself. */
    void watch(BooleanSupplier probe, Duration limit) {
        ready = probe;
        timeout = limit;
        watched = true;
    }

    private void ended(Process which) {
        if (stopping || !watched || which != process) {
            return;
        }
        if (!restarts.allowsAnother()) {
            console.say("%s ended again (exit code %d) and is not started once more; the last line of its log %s is: %s"
                    .formatted(name, which.exitValue(), log.file(), log.lastLine()));
            beyondRestarts.run();
            return;
        }
        console.say("%s ended by itself (exit code %d): starting it again".formatted(name, which.exitValue()));
        long begin = System.nanoTime();
        try {
            start();
            awaitReady(ready, timeout);
            console.say("%s is back after %s".formatted(name, Console.seconds(begin)));
        } catch (LocalStackException e) {
            if (!stopping && process.isAlive()) {
                console.say(e.getMessage());
            }
        }
    }

    /** From now on nothing is restarted. */
    void prepareStop() {
        stopping = true;
    }

    void stop() {
        prepareStop();
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            running.getOutputStream().close();
        } catch (IOException e) {
            running.destroy();
        }
        try {
            if (!running.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    long pid() {
        return process.pid();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The start was interrupted.");
        }
    }
}
