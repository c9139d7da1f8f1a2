package uk.gov.justice.probation.devolution.unpaidwork.web;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;

/** Minutes as the pages write them: "98 hours 30 minutes". */
@Component("hours")
public class Hours {

    public String of(int minutes) {
        return HoursInWords.of(minutes);
    }
}
