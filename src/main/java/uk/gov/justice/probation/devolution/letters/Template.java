package uk.gov.justice.probation.devolution.letters;

/** The letters there are; each has a page in {@code templates/letters} and says there what it needs to know. */
public enum Template {
    OUTCOME("outcome", "Your new place of work"),
    APPEAL_OUTCOME("appeal-outcome", "The outcome of your appeal"),
    WELCOME("welcome", "Welcome to your new place of work");

    private final String fileName;
    private final String subject;

    Template(String fileName, String subject) {
        this.fileName = fileName;
        this.subject = subject;
    }

    /** Of its page without ending, and of the PDF that is handed out. */
    public String fileName() {
        return fileName;
    }

    /** Its heading; says nothing about the person. */
    public String subject() {
        return subject;
    }
}
