package uk.gov.justice.probation.devolution.unpaidwork.web;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;
import uk.gov.justice.probation.devolution.unpaidwork.session.TravelCap;

/** Minutes as the pages write them, "98 hours 30 minutes", and what counts of them. */
@Component("hours")
public class Hours {

    public String of(int minutes) {
        return HoursInWords.of(minutes);
    }

    /** For how long an order runs and a failure counts. */
    public String countFor() {
        return TwelveMonths.IN_WORDS;
    }

    /** How many minutes of travel count each time. */
    public int travelAtMost() {
        return TravelCap.MOST;
    }
}
