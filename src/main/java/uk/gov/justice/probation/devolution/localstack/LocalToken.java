package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The secret by which the application and the parts of the local stack recognise each other, on every port that would
 * otherwise accept commands from any program or web page of this machine. It is in a file that only its owner may read,
 * never in a command line or a log. The parts use this class too, so it needs nothing but the JDK.
 */
public final class LocalToken {
    public static final String USER = "devolution";

    /** The system property by which a part finds the file. */
    private static final String FILE = "local.token-file";

    private final String word;

    public LocalToken(Path file) {
        try {
            this.word = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the part that this JVM runs. */
    public static LocalToken ofThisPart() {
        return new LocalToken(Path.of(System.getProperty(FILE)));
    }

    static String optionFor(Path file) {
        return "-D" + FILE + "=" + file;
    }

    public String word() {
        return word;
    }

    /** The value of the {@code Authorization} header. */
    public String header() {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + word).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this {@code Authorization} header contains the secret. Takes the same time for every wrong one. */
    public boolean isIn(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        header().getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }
}
