package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.util.SortedMap;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;

/** What the product makes of a secret, words and a request. */
public final class SomeDraw {
    private SomeDraw() {}

    public static long seed(byte[] secret, SortedMap<String, String> words) {
        return DrawSeed.of(secret, words);
    }

    public static String sha256(String word) {
        return DrawSeed.sha256(word);
    }

    public static PublishedRows rows(AllocationRequest request, byte[] saltKey) {
        return PublishedRows.of(request, saltKey);
    }
}
