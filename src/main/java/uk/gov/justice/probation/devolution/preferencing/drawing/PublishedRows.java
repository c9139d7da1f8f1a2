package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.preferencing.drawing.MerkleTree.Step;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/** Everybody's rows in the order of their numbers, and the tree of their hashes. */
public final class PublishedRows {

    /** A row and the hashes with which it leads to the root. */
    public record Proof(PublishedRow row, List<Step> path) {}

    private final List<PublishedRow> rows;
    private final MerkleTree tree;

    private PublishedRows(List<PublishedRow> rows) {
        this.rows = rows;
        this.tree = new MerkleTree(rows.stream().map(PublishedRow::leaf).toList());
    }

    /** @param saltKey from which each row's salt is made */
    static PublishedRows of(AllocationRequest request, byte[] saltKey) {
        return new PublishedRows(request.applicants().stream()
                .map(applicant -> PublishedRow.of(applicant, salt(saltKey, applicant.number())))
                .sorted(Comparator.comparing(PublishedRow::number))
                .toList());
    }

    public List<PublishedRow> all() {
        return rows;
    }

    public String root() {
        return tree.root();
    }

    /** Empty if nobody has this number. */
    public Optional<Proof> of(String number) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).number().equals(number))
                .mapToObj(row -> new Proof(rows.get(row), tree.path(row)))
                .findFirst();
    }

    private static String salt(byte[] key, String number) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Sha256.hex(hmac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
