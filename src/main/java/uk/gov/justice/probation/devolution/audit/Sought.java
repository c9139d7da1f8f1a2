package uk.gov.justice.probation.devolution.audit;

import java.time.Instant;

/**
 * Which entries of the audit somebody wants to read.
 *
 * @param about a subject as entries name it, a CRN, or a row of the plan; empty: whatever it is about
 * @param who a user name; empty: whoever
 * @param action empty: whatever was done
 * @param from null: since the beginning
 * @param until the moment after the last; null: until now
 */
public record Sought(What what, String about, String who, String action, Instant from, Instant until) {

    /** What decides, and what only looks, are read apart. */
    public enum What {
        DECISIONS("What was done and decided"),
        LOOKS("Who looked at what"),
        ALL("Everything");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean narrowed() {
        return !about.isEmpty() || !who.isEmpty() || !action.isEmpty() || from != null || until != null;
    }
}
