package uk.gov.justice.probation.devolution.packaging;

/** The names of files and libraries that only the local profile uses. */
final class LocalOnly {
    private static final String PATTERN =
            "(?i).*(localstack|security/web/Local|application-local|META-INF/spring\\.factories|mariadb|opensearch|lucene|camunda-zeebe|commons-(compress|exec)).*";

    private LocalOnly() {}

    static boolean matches(String name) {
        return name.matches(PATTERN);
    }
}
