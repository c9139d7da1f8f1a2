package uk.gov.justice.probation.devolution.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** Seals the texts of letters, each for its letter alone, and checks on opening that they are what was written. */
@Component
class LetterTexts {

  /** The two forms of a letter. */
  enum Form {
    HTML, PDF
  }

  private final Sealing sealing;

  LetterTexts(Sealing sealing) {
    this.sealing = sealing;
  }

  byte[] seal(byte[] text, String letterKey, Form form) {
    return sealing.seal(text, place(letterKey, form)).bytes();
  }

  /** @throws IllegalStateException where it is not what the hash was taken of */
  byte[] open(byte[] sealed, String sha256, String letterKey, Form form) {
    byte[] text = sealing.open(Sealed.of(sealed), place(letterKey, form));
    if (!sha256(text).equals(sha256)) throw new IllegalStateException("The letter %s (%s) is not what was written: its hash differs. Restore it from a backup".formatted(letterKey, form));
    return text;
  }

  static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** The letter without the page around it. */
  static String article(String page) {
    return page.substring(page.indexOf("<article"), page.lastIndexOf("</article>") + "</article>".length());
  }

  /** In hex. */
  static String sha256(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String place(String letterKey, Form form) {
    return "letter/%s/%s".formatted(letterKey, form);
  }
}
