package uk.gov.justice.probation.devolution.security;

import uk.gov.justice.probation.devolution.refusal.NotAllowed;

/** A colleague tried something that their role or region does not allow. The message is a sentence for them. */
public class NotAllowedException extends NotAllowed {

    public NotAllowedException(String message) {
        super(message);
    }

    static NotAllowedException missingGroup(Colleague colleague, String group, String action) {
        return new NotAllowedException(
                "Only a colleague in the group %s can %s. You are signed in as %s, who is not in it: ask the PSC Service Owner for it, or sign in as somebody who is."
                        .formatted(group, action, colleague.userName()));
    }
}
