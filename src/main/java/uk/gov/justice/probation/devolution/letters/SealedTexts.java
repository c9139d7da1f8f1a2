package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The texts of a letter as stored: encrypted, with the SHA-256, in hex, of the plain text. When the texts are erased
 * they become null and the hashes stay.
 */
@Embeddable
record SealedTexts(
        @Column(length = SealedTexts.MEDIUM_BLOB) byte[] html,

        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = SealedTexts.HEX)
        String htmlSha256,

        @Column(length = SealedTexts.MEDIUM_BLOB) byte[] pdf,

        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = SealedTexts.HEX)
        String pdfSha256) {
    static final int MEDIUM_BLOB = 16_777_215;
    static final int HEX = 64;
}
