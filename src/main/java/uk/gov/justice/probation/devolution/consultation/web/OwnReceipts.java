package uk.gov.justice.probation.devolution.consultation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Receipt;
import uk.gov.justice.probation.devolution.consultation.Receipts;
import uk.gov.justice.probation.devolution.consultation.Receipts.InFull;
import uk.gov.justice.probation.devolution.security.Colleague;

/** A person's receipts, from every module that keeps answers. */
@Component
class OwnReceipts {
    private final ObjectProvider<Receipts> receipts;

    OwnReceipts(ObjectProvider<Receipts> receipts) {
        this.receipts = receipts;
    }

    /** The latest first. */
    List<Receipt> of(Colleague person) {
        return receipts.stream()
                .flatMap(some -> some.of(person).stream())
                .sorted(Comparator.comparing(Receipt::keptAt).reversed())
                .toList();
    }

    Optional<InFull> find(String number, Colleague person) {
        return receipts.stream()
                .flatMap(some -> some.find(number, person).stream())
                .findFirst();
    }
}
