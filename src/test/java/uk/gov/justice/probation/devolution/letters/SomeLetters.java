package uk.gov.justice.probation.devolution.letters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The content of letters for tests. */
final class SomeLetters {
    private SomeLetters() {}

    /** Everything that the template needs; a test changes what it is about. */
    static Map<String, Object> model(Template template, String personName) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "regionName",
                "North West",
                "writtenOn",
                "22 November 2026",
                "personName",
                personName,
                "title",
                "PSC Liverpool, North West"));
        model.put("siteName", "Sefton probation office");
        model.put("roleName", "Case administrator");
        model.putAll(
                switch (template) {
                    case OUTCOME ->
                        Map.of(
                                "reasonText",
                                List.of(
                                        "You asked for Sefton first.",
                                        "There are 3 places & 14 people asked for them."),
                                "obstacles",
                                List.of(),
                                "newTasks",
                                List.of("Court reports"),
                                "appealsCloseText",
                                "14 December 2021",
                                "howToAppeal",
                                "Sign in to PSC Devolution and choose 'Appeal'.");
                    case APPEAL_OUTCOME ->
                        Map.of(
                                "outcomeText",
                                "Your appeal was upheld.",
                                "reasonsText",
                                "The journey had been measured wrongly.");
                    case WELCOME ->
                        Map.of(
                                "startsOnText",
                                "10 January 2022",
                                "managerName",
                                "Bob Example",
                                "newTasks",
                                List.of("Court reports"),
                                "keptTasks",
                                List.of("Terminations", "Attendance management"));
                });
        return model;
    }

    static LetterRequest request(Template template, String batch, String key, String staffNumber) {
        return new LetterRequest(batch, key, template, staffNumber, "NW", model(template, "Name " + staffNumber));
    }
}
