package uk.gov.justice.probation.devolution.camunda;

/** Nothing was recorded under this name for a task, because it was open before subjects were recorded. */
class NothingNotedException extends RuntimeException {
    private final String name;

    NothingNotedException(String name) {
        super("Nothing was noted of the %s this task is about".formatted(name));
        this.name = name;
    }

    String name() {
        return name;
    }
}
