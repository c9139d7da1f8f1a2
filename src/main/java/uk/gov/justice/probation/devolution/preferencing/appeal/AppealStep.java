package uk.gov.justice.probation.devolution.preferencing.appeal;

import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.security.Role;

/** A step of an appeal in which somebody decides, giving reasons that are written on our page and stored encrypted. */
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

    /** The role that takes it. */
    public Role role() {
        return role;
    }

    /** Completes the phrase "the reasons for …". */
    public String inWords() {
        return inWords;
    }

    /** The state in which an appeal waits for this step. */
    AppealState state() {
        return state;
    }

    /** The kind of confidential record that holds its reasons. */
    Kind kind() {
        return kind;
    }

    /** The key under which its reasons are stored. */
    String about(Appeal appeal) {
        return appeal.subject() + part;
    }
}
