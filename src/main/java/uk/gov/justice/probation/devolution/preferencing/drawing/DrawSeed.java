package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/** The seed that comes of a secret and everybody's words. */
final class DrawSeed {
    private DrawSeed() {}

    /** @param words by the party's id; empty if it added none */
    static long of(byte[] secret, SortedMap<String, String> words) {
        StringBuilder lines =
                new StringBuilder("psc-draw-1\n").append(Sha256.hex(secret)).append('\n');
        for (Map.Entry<String, String> word : words.entrySet())
            lines.append(word.getKey())
                    .append('=')
                    .append(sha256(word.getValue()))
                    .append('\n');
        return ByteBuffer.wrap(Sha256.of(lines.toString())).getLong();
    }

    /** Of a word, in hexadecimal; empty if there is none. */
    static String sha256(String word) {
        return word.isEmpty() ? "" : Sha256.hex(Sha256.of(word));
    }
}
