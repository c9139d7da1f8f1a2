package uk.gov.justice.probation.devolution.work;

import java.util.Map;
import uk.gov.justice.probation.devolution.security.Colleague;

/** In whose place a colleague does tasks that are offered to them by name. A module that has such tasks says it. */
public interface InSomebodysPlace {

    /** A folder of the processes, such as {@code consultation}. */
    String family();

    /** The name of the one in whose place they do it, by what the task is about, such as {@code staff/ZZT0001}. */
    Map<String, String> whose(Colleague colleague);
}
