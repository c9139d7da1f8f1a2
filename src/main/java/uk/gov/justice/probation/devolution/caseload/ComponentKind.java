package uk.gov.justice.probation.devolution.caseload;

/** What a case consists of and waits for besides its unpaid work. */
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
