package uk.gov.justice.probation.devolution.termination;

/** A part of a case with the outcome it was given, or null if it has none yet. */
public record EvidenceLine(CasePart component, boolean needed, String outcomeCode) {

    boolean isMissing() {
        return needed && outcomeCode == null;
    }
}
