package uk.gov.justice.probation.devolution.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A form on the screen, filled as a person does: fields are found by what is written beside them. */
final class FilledForm {
  private final Page page;
  private final Locator root;

  FilledForm(Page page, Locator root) {
    this.page = page;
    this.root = root;
  }

  FilledForm text(String label, String value) {
    field("textfield", label).locator("input").fill(value);
    return this;
  }

  FilledForm paragraph(String label, String value) {
    field("textarea", label).locator("textarea").fill(value);
    return this;
  }

  FilledForm number(String label, int value) {
    field("number", label).locator("input").fill(String.valueOf(value));
    return this;
  }

  FilledForm date(String label, LocalDate value) {
    Locator input = field("datetime", label).locator("input.fjs-input").first();
    input.click();
    input.fill(value.format(DateTimeFormatter.ofPattern("MM/dd/yyyy")));
    input.press("Enter");
    return this;
  }

  FilledForm select(String label, String option) {
    field("select", label).locator(".fjs-input-group").click();
    page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).first().click();
    return this;
  }

  /** The input itself is hidden behind its label. */
  FilledForm choose(String group, String option) {
    field("radio", group).locator(".fjs-inline-label label").getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  FilledForm tick(String label) {
    field("checkbox", label).locator("label").first().click();
    return this;
  }

  /** Ticks every box of a list; false where the list is not shown because it is empty. */
  boolean tickAll(String group) {
    Locator list = field("checklist", group);
    if (list.count() == 0) {
      return false;
    }
    for (Locator option : list.locator(".fjs-inline-label label").all()) {
      option.click();
    }
    return true;
  }

  boolean shows(String type, String label) {
    return field(type, label).isVisible();
  }

  String words() {
    return root.innerText();
  }

  List<String> errors() {
    return root.locator(".fjs-form-field-error").allInnerTexts();
  }

  private Locator field(String type, String label) {
    return root.locator(".fjs-form-field-" + type).filter(new Locator.FilterOptions().setHasText(label)).first();
  }
}
