package uk.gov.justice.probation.devolution.imports;

/**
 * Sets right what the rows of a file say, before anything is asked of them. A module that can registers itself here.
 */
public interface BeforeChecking {
    void setRight(StagedImport kind, BadRows badRows);
}
