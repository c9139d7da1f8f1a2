package uk.gov.justice.probation.devolution.camunda;

/**
 * Which release of the product this is. Whoever changes a model after a release raises the number and keeps the models
 * of that release under {@code src/test/resources/released} ({@code src/docs/releases.md}).
 */
public final class Release {
    public static final int NUMBER = 2;

    private Release() {}
}
