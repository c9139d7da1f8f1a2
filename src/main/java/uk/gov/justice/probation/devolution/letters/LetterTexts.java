package uk.gov.justice.probation.devolution.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** Encrypts the texts of letters, each bound to its letter, and checks on opening that they are what was written. */
@Component
class LetterTexts {

    /** The two forms of a letter. */
    private enum Form {
        HTML,
        PDF
    }

    private final Sealing sealing;

    LetterTexts(Sealing sealing) {
        this.sealing = sealing;
    }

    SealedTexts seal(String html, byte[] pdf, String letterKey) {
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        return new SealedTexts(
                seal(page, letterKey, Form.HTML), sha256(page), seal(pdf, letterKey, Form.PDF), sha256(pdf));
    }

    /**
     * The letter as HTML, without the page around it.
     *
     * @throws IllegalStateException if it does not match its hash
     */
    String article(SealedTexts texts, String letterKey) {
        return article(
                new String(open(texts.html(), texts.htmlSha256(), letterKey, Form.HTML), StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if it does not match its hash */
    byte[] pdf(SealedTexts texts, String letterKey) {
        return open(texts.pdf(), texts.pdfSha256(), letterKey, Form.PDF);
    }

    /** In hex. */
    static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private byte[] seal(byte[] text, String letterKey, Form form) {
        return sealing.seal(text, place(letterKey, form)).bytes();
    }

    private byte[] open(byte[] sealed, String sha256, String letterKey, Form form) {
        byte[] text = sealing.open(Sealed.of(sealed), place(letterKey, form));
        if (!sha256(text).equals(sha256))
            throw new IllegalStateException(
                    "The letter %s (%s) is not what was written: its hash differs. Restore it from a backup"
                            .formatted(letterKey, form));
        return text;
    }

    private static String article(String page) {
        return page.substring(page.indexOf("<article"), page.lastIndexOf("</article>") + "</article>".length());
    }

    private static String place(String letterKey, Form form) {
        return "letter/%s/%s".formatted(letterKey, form);
    }
}
