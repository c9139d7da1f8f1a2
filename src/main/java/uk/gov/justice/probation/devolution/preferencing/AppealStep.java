package uk.gov.justice.probation.devolution.preferencing;

/** A step of an appeal at which somebody decides, with reasons that are written on our page. */
public enum AppealStep {
  ADMISSION("appeal-chair", AppealState.LATE, "whether this late appeal is admitted"),
  REVIEW("appeal-manager", AppealState.ADMITTED, "the review"),
  DECISION("appeal-panel", AppealState.REVIEWED, "the panel's decision");

  private final String role;
  private final AppealState state;
  private final String inWords;

  AppealStep(String role, AppealState state, String inWords) {
    this.role = role;
    this.state = state;
    this.inWords = inWords;
  }

  /** Who takes it: the group's name without its region. */
  public String role() {
    return role;
  }

  /** As it reads after "the reasons of". */
  public String inWords() {
    return inWords;
  }

  /** The state in which an appeal waits for it. */
  AppealState state() {
    return state;
  }
}
