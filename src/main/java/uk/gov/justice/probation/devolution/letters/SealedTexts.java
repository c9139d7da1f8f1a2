package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The texts of a letter as they are kept: sealed, with the SHA-256, in hex, of what was sealed. The hashes stay when
 * the texts are erased; then these are null.
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
