package uk.gov.justice.probation.devolution.caseload;

/** The kinds of component of a case, besides unpaid work. */
public enum ComponentKind {
    REQUIREMENT("Requirement"),
    LICENCE_CONDITION("Licence condition"),
    APPOINTMENT("Appointment"),
    WARRANT("Warrant"),
    BREACH("Breach"),
    REGISTRATION("Registration");

    private final String label;

    ComponentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
