package uk.gov.justice.probation.devolution.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The console's menu, as the signed-in colleague sees it. The order is that of the entries' {@code @Order}. */
@Component("menu")
class Menu {
  private final ObjectProvider<MenuEntry> entries;
  private final SignedIn signedIn;

  Menu(ObjectProvider<MenuEntry> entries, SignedIn signedIn) {
    this.entries = entries;
    this.signedIn = signedIn;
  }

  public List<MenuEntry> entries() {
    return entries.orderedStream().filter(entry -> entry.shownTo().test(signedIn.colleague())).toList();
  }
}
