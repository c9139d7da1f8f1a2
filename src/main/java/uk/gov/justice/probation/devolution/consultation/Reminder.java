package uk.gov.justice.probation.devolution.consultation;

/**
 * A reminder to somebody whom a consultation waits for. Of one key only one is sent, whoever sends it, so that nobody
 * is reminded of the same twice on one day.
 *
 * @param to a task group, or a member of staff by their staff number
 */
public record Reminder(String key, String to, Whom whom, String subject, String body) {

    /** Who is reminded, in words for those who read how many there are. */
    public enum Whom {
        UNION("union", "unions"),
        LINE_MANAGER("line manager", "line managers"),
        PERSON("person", "people"),
        GROUP("task group", "task groups");

        private final String one;
        private final String several;

        Whom(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** For example "1 union" or "3 unions". */
        public String counted(int number) {
            return "%d %s".formatted(number, number == 1 ? one : several);
        }
    }
}
