package uk.gov.justice.probation.devolution.security;

import uk.gov.justice.probation.devolution.refusal.NotAllowed;

/** A colleague tried something that their role or region does not allow. The message is a sentence for them. */
public class NotAllowedException extends NotAllowed {

    public NotAllowedException(String message) {
        super(message);
    }

    static NotAllowedException missingGroup(Colleague colleague, String group, String action) {
        return new NotAllowedException(
                "Only a colleague in the group %s can %s. You are signed in as %s, who is not in it. Ask the PSC Service Owner to add you, or sign in as somebody who is in it."
                        .formatted(group, action, colleague.userName()));
    }
}
