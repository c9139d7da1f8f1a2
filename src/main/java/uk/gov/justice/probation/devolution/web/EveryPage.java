package uk.gov.justice.probation.devolution.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules have every page say, for the layout. */
@Component("everyPage")
class EveryPage {
    private final ObjectProvider<SaidOnEveryPage> said;

    EveryPage(ObjectProvider<SaidOnEveryPage> said) {
        this.said = said;
    }

    public List<SaidOnEveryPage.Said> says() {
        return said.orderedStream().flatMap(each -> each.now().stream()).toList();
    }
}
