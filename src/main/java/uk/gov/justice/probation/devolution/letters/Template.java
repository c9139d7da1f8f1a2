package uk.gov.justice.probation.devolution.letters;

/** The letters to members of staff. Each has a page in {@code templates/letters}, which says what it needs. */
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

    /** The name of its page without extension, and of the PDF that is handed out. */
    public String fileName() {
        return fileName;
    }

    /** Its heading, which says nothing about the person. */
    public String subject() {
        return subject;
    }
}
