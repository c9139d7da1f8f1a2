package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The key that seals what is confidential in the local profile: made at the first start, kept beside the data it protects, readable by its owner only. */
final class LocalKey {
  private static final String ID = "local";
  private static final int BYTES = 32;

  private LocalKey() {}

  static Map<String, Object> properties(Path data) {
    Path file = data.resolve("confidential-key");
    try {
      if (!Files.exists(file)) make(file);
      return Map.of("devolution.confidential.current-key", ID, "devolution.confidential.keys." + ID, Files.readString(file).strip());
    } catch (IOException e) {
      throw new LocalStackException("The key in %s could not be read or made: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path written = file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
    Files.writeString(written, Base64.getEncoder().encodeToString(key));
  }
}
