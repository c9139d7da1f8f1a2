package uk.gov.justice.probation.devolution.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Gives a person the receipts for what they have answered, and nobody else; each module for its own answers. */
public interface Receipts {

    /**
     * A receipt with everything that was kept.
     *
     * @param kept in the order of the page, by what each is
     */
    record InFull(Receipt receipt, Map<String, String> kept) {}

    List<Receipt> of(Colleague person);

    /** Empty if this person has none of the number here. */
    Optional<InFull> find(String number, Colleague person);
}
