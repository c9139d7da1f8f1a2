package uk.gov.justice.probation.devolution.web;

import java.util.function.ToIntFunction;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How much is new for a colleague on a page, shown beside its entry in the menu and registered as a bean by the module
 * whose page it is. It is counted for every page, and no further than {@link #MOST}.
 *
 * @param id of the entry
 * @param noun what is counted, e.g. "unread"
 */
public record MenuCount(String id, String noun, ToIntFunction<Colleague> number) {
    /** Beyond it, only that there are more. */
    public static final int MOST = 99;

    /** As shown, e.g. "3" or "99+"; empty if there is nothing new. */
    String inWords(Colleague colleague) {
        int counted = number.applyAsInt(colleague);
        if (counted == 0) return "";
        return counted > MOST ? MOST + "+" : "" + counted;
    }
}
