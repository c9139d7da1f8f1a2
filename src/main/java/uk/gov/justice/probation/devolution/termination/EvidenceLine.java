package uk.gov.justice.probation.devolution.termination;

/** A part of a case with the outcome it was given; null while it has none. */
public record EvidenceLine(CasePart component, boolean needed, String outcomeCode) {

    boolean isMissing() {
        return needed && outcomeCode == null;
    }
}
