package uk.gov.justice.probation.devolution.localstack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Command lines of children on the Java that runs the application. */
final class ChildJvm {
    private ChildJvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A JVM that keeps its memory small; it ends rather than limp on when memory is out. */
    static List<String> main(
            String mainClass, List<Object> classPath, DataSize heap, List<String> compiler, List<String> options) {
        List<String> line = new ArrayList<>(List.of(
                java(),
                "-Xmx" + heap.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= 24) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        line.addAll(compiler);
        line.addAll(options);
        line.addAll(List.of("-cp", classPath(classPath), Guarded.class.getName(), "main", mainClass));
        return line;
    }

    /** A program that is no JVM, owned by a tiny one that stops it. */
    static List<String> program(Path jar, List<String> command) {
        List<String> guard = List.of(
                java(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                jar.toString(),
                Guarded.class.getName(),
                "program");
        return Stream.concat(guard.stream(), command.stream()).toList();
    }

    private static String classPath(List<Object> entries) {
        return entries.stream().map(Object::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
