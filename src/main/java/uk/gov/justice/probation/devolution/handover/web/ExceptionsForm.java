package uk.gov.justice.probation.devolution.handover.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;

/** What the data lead chose for each case on the page. No choice means not yet decided. */
public class ExceptionsForm {

    /** One case's choice. */
    public static class Choice {
        private String decision;
        private String reason;

        public Choice() {}

        Choice(String decision, String reason) {
            this.decision = decision;
            this.reason = reason;
        }

        public String getDecision() {
            return decision;
        }

        public void setDecision(String decision) {
            this.decision = decision;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }

        /**
         * Whether it differs from the decision already made. The reason of a limited-access case is not shown, so it
         * comes back empty.
         */
        boolean changes(OpenException item) {
            if (decision == null || decision.isBlank()) return false;
            if (!decision.equals(item.decision())) return true;
            return decision.equals("LEAVE")
                    && !(reason == null ? "" : reason).equals(item.limitedAccess() ? "" : item.reason());
        }

        /** Null if it can be accepted as it is. */
        String problem() {
            if (!Set.of("RETRY", "LEAVE").contains(decision)) return "Choose to try again or to leave it";
            if (decision.equals("RETRY")) return null;
            if (reason == null || reason.isBlank()) return "Enter why the case stays";
            return reason.length() > REASON_AT_MOST
                    ? "The reason must be %d characters or fewer".formatted(REASON_AT_MOST)
                    : null;
        }

        ItemDecision asDecision(long item) {
            return new ItemDecision(item, decision, reason);
        }
    }

    static final int REASON_AT_MOST = 500;

    private Map<Long, Choice> choices = new LinkedHashMap<>();

    static ExceptionsForm of(Iterable<OpenException> items) {
        var form = new ExceptionsForm();
        items.forEach(item -> form.choices.put(item.itemId(), new Choice(item.decision(), item.reason())));
        return form;
    }

    public Map<Long, Choice> getChoices() {
        return choices;
    }

    public void setChoices(Map<Long, Choice> choices) {
        this.choices = choices;
    }
}
