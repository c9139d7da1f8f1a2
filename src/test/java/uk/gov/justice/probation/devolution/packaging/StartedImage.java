package uk.gov.justice.probation.devolution.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Starts what the image runs, from the image's own layers and with its command line, using the Java of this test and no
 * container.
 */
final class StartedImage implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private StartedImage(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static StartedImage start(ImageTar image, Path folder, Map<String, String> environment) throws IOException {
        Path application = folder.resolve("app");
        if (!Files.exists(application)) {
            image.unpackApplication(folder);
            Path classPath = application.resolve("jib-classpath-file");
            Files.writeString(classPath, Files.readString(classPath).replace("/app/", application + "/"));
        }
        List<String> command = new ArrayList<>();
        StreamSupport.stream(image.config().get("Entrypoint").spliterator(), false)
                .forEach(word -> command.add(word.asText().replace("/app/", application + "/")));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path log = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        image.config().get("Env").forEach(setting -> {
            String[] parts = setting.asText().split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        });
        builder.environment().putAll(environment);
        return new StartedImage(builder.start(), log);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    long children() {
        return process.descendants().count();
    }

    /** The status and body of a page; status 0 if nothing is listening. */
    HttpResponse<String> get(int port, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException nobodyListens) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Waits for the process to end. @return its exit code */
    int ended(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("It still runs:\n" + output());
        return process.exitValue();
    }

    void askToStop() {
        process.destroy();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
        http.close();
    }
}
