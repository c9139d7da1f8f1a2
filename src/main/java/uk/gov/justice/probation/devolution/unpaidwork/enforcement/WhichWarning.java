package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.Collection;
import java.util.Comparator;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements.Warning;

/** Which warning of an order a letter is: its second if a first one that still counts was written before. */
enum WhichWarning {
    FIRST(ActionCodes.FIRST_WARNING),
    SECOND(ActionCodes.SECOND_WARNING);

    private final String code;

    WhichWarning(String code) {
        this.code = code;
    }

    /** @param ofTheOrder every warning of the order, this enforcement's own among them if it is written */
    static WhichWarning of(long enforcement, Collection<Warning> ofTheOrder) {
        long own = ofTheOrder.stream()
                .filter(warning -> warning.enforcement() == enforcement)
                .map(Warning::action)
                .min(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE);
        return ofTheOrder.stream()
                        .anyMatch(warning -> warning.enforcement() != enforcement
                                && warning.counts()
                                && warning.code().equals(FIRST.code)
                                && warning.action() < own)
                ? SECOND
                : FIRST;
    }

    String code() {
        return code;
    }

    String inWords() {
        return this == SECOND ? "second" : "first";
    }
}
