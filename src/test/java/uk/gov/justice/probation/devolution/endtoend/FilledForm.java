package uk.gov.justice.probation.devolution.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * A form on the screen, filled in as a person would: fields are found by their labels, and what was entered is checked
 * again before the form is sent.
 */
final class FilledForm {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("'That is 'EEEE d MMMM yyyy.", Locale.UK);

    private final Page page;
    private final Locator root;
    private final List<Entry> entries = new ArrayList<>();

    FilledForm(Page page, Locator root) {
        this.page = page;
        this.root = root;
    }

    FilledForm text(String label, String value) {
        return type(label, field("textfield", label).locator("input"), value);
    }

    FilledForm paragraph(String label, String value) {
        return type(label, field("textarea", label).locator("textarea"), value);
    }

    FilledForm number(String label, int value) {
        return type(label, field("number", label).locator("input"), String.valueOf(value));
    }

    private FilledForm type(String label, Locator input, String value) {
        return enter(label, () -> input.fill(value), () -> input.inputValue().equals(value));
    }

    /** The form shows in words which day it has understood. */
    FilledForm date(String label, LocalDate value) {
        Locator input = field("datetime", label).locator("input.fjs-input").first();
        return enter(
                label,
                () -> {
                    input.click();
                    input.fill(value.format(TYPED));
                    input.press("Enter");
                },
                () -> input.inputValue().equals(value.format(TYPED))
                        && root.getByText(value.format(IN_WORDS)).first().isVisible());
    }

    FilledForm select(String label, String option) {
        Locator list = field("select", label);
        return enter(
                label,
                () -> {
                    list.locator(".fjs-input-group").click();
                    page.locator(".fjs-dropdownlist-item")
                            .filter(new Locator.FilterOptions().setHasText(option))
                            .first()
                            .click();
                },
                () -> chosen(list).contains(option));
    }

    /** A searchable list shows the chosen value in its input. */
    private static String chosen(Locator list) {
        Locator shown = list.locator(".fjs-select-display");
        return shown.count() > 0 ? shown.innerText() : list.locator("input").inputValue();
    }

    FilledForm choose(String group, String option) {
        return check(group, option, exactly(field("radio", group), option));
    }

    FilledForm tick(String label) {
        return check(label, label, field("checkbox", label).locator(".fjs-inline-label"));
    }

    /** Ticks that what will happen has been read, as every form of something irreversible asks. */
    FilledForm understand() {
        return tick("I have read this and want it to happen");
    }

    FilledForm tickOne(String group, String option) {
        return check(group, option, exactly(field("checklist", group), option));
    }

    /** Ticks every box of a list; false if the list is not shown because it is empty. */
    boolean tickAll(String group) {
        List<Locator> boxes =
                field("checklist", group).locator(".fjs-inline-label").all();
        boxes.forEach(box -> check(group, box.innerText(), box));
        return !boxes.isEmpty();
    }

    private static Locator exactly(Locator group, String option) {
        return group.locator(".fjs-inline-label")
                .filter(new Locator.FilterOptions()
                        .setHas(group.page().getByText(option, new Page.GetByTextOptions().setExact(true))));
    }

    /**
     * The input itself is hidden behind its label, and may be checked for the browser but not for the form, which marks
     * what it has accepted.
     */
    private FilledForm check(String label, String option, Locator box) {
        return enter(
                "%s: %s".formatted(label, option), () -> box.locator("label").click(), () -> isMarked(box));
    }

    private static boolean isMarked(Locator box) {
        return (Boolean) box.evaluate("box => box.closest('.fjs-checked') !== null");
    }

    FilledForm awaitWords(String words) {
        root.getByText(words).first().waitFor();
        return this;
    }

    String words() {
        return root.innerText();
    }

    List<String> errors() {
        return root.locator(".fjs-has-errors").allInnerTexts();
    }

    private FilledForm enter(String label, Runnable put, BooleanSupplier stands) {
        put.run();
        entries.add(new Entry(label, put, stands));
        return this;
    }

    /**
     * Waits until the form has accepted everything. It accepts typed text after a pause, and on a busy machine undoes
     * what another field received in the meantime, which a person would notice and enter again.
     */
    void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int calm = 0; calm < 2 && !entries.isEmpty(); calm++) {
            page.waitForTimeout(400);
            for (Entry entry : entries) {
                if (entry.stands().getAsBoolean()) continue;
                if (System.nanoTime() > end)
                    throw new AssertionError("The form does not keep '%s': %s".formatted(entry.label(), words()));
                entry.put().run();
                calm = -1;
            }
        }
    }

    private Locator field(String type, String label) {
        return root.locator(".fjs-form-field-" + type)
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    /** Something entered: how to enter it, and whether it is still there. */
    private record Entry(String label, Runnable put, BooleanSupplier stands) {}
}
