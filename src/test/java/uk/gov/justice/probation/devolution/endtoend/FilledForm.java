package uk.gov.justice.probation.devolution.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form on the screen, filled as a person does: fields are found by what is written beside them. */
final class FilledForm {
  private final Page page;
  private final Locator root;
  private final Map<Locator, String> entered = new LinkedHashMap<>();

  FilledForm(Page page, Locator root) {
    this.page = page;
    this.root = root;
  }

  FilledForm text(String label, String value) {
    enter(field("textfield", label).locator("input"), value);
    return this;
  }

  FilledForm paragraph(String label, String value) {
    enter(field("textarea", label).locator("textarea"), value);
    return this;
  }

  FilledForm number(String label, int value) {
    enter(field("number", label).locator("input"), String.valueOf(value));
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

  /** Ticks that what will happen was read, as every form asks of what cannot be undone. */
  FilledForm understand() {
    return tick("I have read this and want it to happen");
  }

  FilledForm tickOne(String group, String option) {
    field("checklist", group).locator(".fjs-inline-label label").getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
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

  /** The form is there a moment before the task's variables are. */
  FilledForm awaitWords(String words) {
    root.getByText(words).first().waitFor();
    return this;
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

  private void enter(Locator input, String value) {
    input.fill(value);
    entered.put(input, value);
  }

  /**
   * Waits until the form has taken what was typed: it does so after a pause, and on a busy machine undoes what another field got meanwhile, as a person would notice and type
   * again.
   */
  void settle() {
    for (int calm = 0; calm < 2 && !entered.isEmpty(); calm++) {
      page.waitForTimeout(400);
      for (var one : entered.entrySet()) {
        if (!one.getKey().inputValue().equals(one.getValue())) {
          one.getKey().fill(one.getValue());
          calm = -1;
        }
      }
    }
  }

  private Locator field(String type, String label) {
    return root.locator(".fjs-form-field-" + type).filter(new Locator.FilterOptions().setHasText(label)).first();
  }
}
