package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.util.ArrayList;
import java.util.List;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/**
 * A tree of hashes as in RFC 6962: it is split at the largest power of two that is less than the number of its leaves,
 * and a node is the SHA-256 of the byte 1 and both hashes below it. (A leaf begins with the byte 0, so that none can be
 * taken for a node.)
 */
public record MerkleTree(List<byte[]> leaves) {
    private static final byte[] NODE = {1};

    /** On which side of the way up a hash stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** A hash on the way from a leaf to the root. */
    public record Step(Side side, String sha256) {}

    public MerkleTree {
        leaves = List.copyOf(leaves);
    }

    String root() {
        return Sha256.hex(root(leaves));
    }

    /** From the leaf with this number, the first being 0, up to the root. */
    List<Step> path(int leaf) {
        List<Step> path = new ArrayList<>();
        walk(leaves, leaf, path);
        return path;
    }

    private static void walk(List<byte[]> part, int leaf, List<Step> path) {
        if (part.size() == 1) return;
        int split = split(part);
        List<byte[]> left = part.subList(0, split);
        List<byte[]> right = part.subList(split, part.size());
        if (leaf < split) {
            walk(left, leaf, path);
            path.add(new Step(Side.RIGHT, Sha256.hex(root(right))));
        } else {
            walk(right, leaf - split, path);
            path.add(new Step(Side.LEFT, Sha256.hex(root(left))));
        }
    }

    private static byte[] root(List<byte[]> part) {
        if (part.isEmpty()) return Sha256.of();
        if (part.size() == 1) return part.getFirst();
        int split = split(part);
        return Sha256.of(NODE, root(part.subList(0, split)), root(part.subList(split, part.size())));
    }

    private static int split(List<byte[]> part) {
        return Integer.highestOneBit(part.size() - 1);
    }
}
