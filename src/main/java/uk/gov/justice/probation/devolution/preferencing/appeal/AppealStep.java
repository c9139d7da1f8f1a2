package uk.gov.justice.probation.devolution.preferencing.appeal;

import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.security.Role;

/** A step of an appeal at which somebody decides, with reasons that are written on our page and kept sealed. */
public enum AppealStep {
    ADMISSION(
            Role.APPEAL_CHAIR,
            AppealState.LATE,
            Kind.APPEAL_REASONS,
            "/admission",
            "whether this late appeal is admitted"),
    REVIEW(Role.APPEAL_MANAGER, AppealState.ADMITTED, Kind.APPEAL_REVIEW, "", "the review"),
    DECISION(Role.APPEAL_PANEL, AppealState.REVIEWED, Kind.APPEAL_REASONS, "", "the panel's decision");

    private final Role role;
    private final AppealState state;
    private final Kind kind;
    private final String part;
    private final String inWords;

    AppealStep(Role role, AppealState state, Kind kind, String part, String inWords) {
        this.role = role;
        this.state = state;
        this.kind = kind;
        this.part = part;
        this.inWords = inWords;
    }

    /** Who takes it: the group's name without its region. */
    public Role role() {
        return role;
    }

    /** As it reads after "the reasons for". */
    public String inWords() {
        return inWords;
    }

    /** The state in which an appeal waits for it. */
    AppealState state() {
        return state;
    }

    /** The kind of confidential record its reasons are. */
    Kind kind() {
        return kind;
    }

    /** What its reasons are kept under. */
    String about(Appeal appeal) {
        return appeal.subject() + part;
    }
}
