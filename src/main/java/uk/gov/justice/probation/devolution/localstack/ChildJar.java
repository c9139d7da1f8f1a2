package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * A small jar that a child process has beside its libraries: classes of ours that need no library, {@link Guarded}
 * first, and sources that only compile against those libraries. Compiled at the first start, and again when a source
 * changes.
 */
final class ChildJar {
    private static final String SOURCES = "localstack/children/";

    /** Classes of ours that the sources use; they need nothing but the JDK. */
    private static final List<Class<?>> SHARED = List.of(
            Guarded.class,
            LocalToken.class,
            FrontDoor.class,
            FrontDoor.Refusal.class,
            FromTheConsole.class,
            FromTheConsole.Admitted.class,
            WebAppRights.class);

    private ChildJar() {}

    /**
     * The jar's path.
     *
     * @param sources file names below {@code localstack/children/}
     * @param libraries folder of the jars to compile against; null if there are no sources
     */
    static Path build(Path folder, String name, Path libraries, String... sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> shared : SHARED) {
                digest.update(bytes(file(shared)));
            }
            for (String source : sources) {
                digest.update(bytes(SOURCES + source));
            }
            Path jar = folder.resolve("%s-%s.jar".formatted(name, HexFormat.of().formatHex(digest.digest(), 0, 6)));
            if (!Files.exists(jar)) {
                Files.createDirectories(folder);
                Path classes = Files.createTempDirectory(folder, name);
                try {
                    for (Class<?> shared : SHARED) {
                        Path copy = classes.resolve(file(shared));
                        Files.createDirectories(copy.getParent());
                        Files.write(copy, bytes(file(shared)));
                    }
                    compile(classes, libraries, sources);
                    Path partial = folder.resolve(jar.getFileName() + ".partial");
                    pack(classes, partial);
                    Files.move(partial, jar, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    FileSystemUtils.deleteRecursively(classes);
                }
            }
            return jar;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new LocalStackException(
                    "The folder %s cannot be written to: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    private static void compile(Path classes, Path libraries, String... sources) throws IOException {
        if (sources.length == 0) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LocalStackException("This Java (%s) has no compiler: run the application with a JDK 21 or later."
                    .formatted(System.getProperty("java.home")));
        }
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path file = classes.resolve(source);
            Files.write(file, bytes(SOURCES + source));
            files.add(file);
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager fileManager =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            try (Stream<Path> jars = Files.list(libraries)) {
                fileManager.setLocationFromPaths(
                        StandardLocation.CLASS_PATH,
                        Stream.concat(
                                        Stream.of(classes),
                                        jars.filter(jar -> jar.toString().endsWith(".jar")))
                                .toList());
            }
            List<String> options = List.of("--release", "21", "-proc:none", "-nowarn", "-d", classes.toString());
            if (!compiler.getTask(
                            messages, fileManager, null, options, null, fileManager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException(
                        "The stack's own classes do not compile against %s: %s".formatted(libraries, messages));
            }
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** With entries for folders, which component scans look for. */
    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> paths = Files.walk(classes).skip(1).sorted()) {
            for (Path path : paths.toList()) {
                boolean folder = Files.isDirectory(path);
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/') + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(path, out);
                }
            }
        }
    }

    private static String file(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
