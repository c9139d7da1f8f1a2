package uk.gov.justice.probation.devolution.camunda;

/** Nothing of this name was noted of what a task is about: it was open before subjects were noted. */
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
