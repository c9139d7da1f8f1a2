package uk.gov.justice.probation.devolution.web;

/**
 * The parts of the console's menu, in the order of its first row. A part shows the colleague's pages of it as a second
 * row; who has one page of a part goes there at once, and the part carries that page's name.
 */
public enum MenuSection {
    YOUR_WORK("Your work"),
    PROGRAMME("Programme"),
    CONSULTATIONS("Consultations"),
    UNPAID_WORK("Unpaid work"),
    CASES("Cases"),
    MESSAGES("Messages"),
    RECORDS("Records");

    private final String words;

    MenuSection(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
