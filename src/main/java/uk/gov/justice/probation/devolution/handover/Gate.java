package uk.gov.justice.probation.devolution.handover;

/** The conditions that can be required before a service moves. */
public enum Gate {
    BRIEFING("Briefing"),
    EQIP("Process published on EQIP"),
    RECRUITMENT("Recruitment"),
    VETTING("Vetting"),
    TRAINING_OASYS("OASys training"),
    CONSULTATION("Staff consultation");

    private final String label;

    Gate(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
