package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import uk.gov.justice.probation.devolution.web.Check.Line;

/**
 * Asks for confirmation before a form does something that cannot be undone (ADR 0063). The change is carried out and
 * rolled back, so that the page can say what it would do and refusals appear at once. It is committed only if the same
 * form is sent again from the page that was shown, and its effect is still what that page said. If something has
 * changed since, the new effect is shown.
 */
@Component
public class OnceMore {
    private static final String CHECKED = "checked";
    private static final Set<String> NOT_ENTERED = Set.of(CHECKED, "_csrf");

    private record Tried<T>(T result, Check check, List<Line> fields, String mark, boolean kept) {}

    private final HttpServletRequest request;
    private final TransactionTemplate transaction;

    OnceMore(HttpServletRequest request, PlatformTransactionManager transactions) {
        this.request = request;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param effect the change that cannot be undone; its exceptions are passed on, and nothing is committed
     * @param check what the page says about it
     * @param done the address to go to afterwards
     * @return the view to show
     */
    public <T> String ask(Supplier<T> effect, Function<T, Check> check, Function<T, String> done, Model model) {
        String read = request.getParameter(CHECKED);
        Tried<T> tried = transaction.execute(status -> {
            T result = effect.get();
            Check said = check.apply(result);
            List<Line> fields = fields(said);
            String mark = mark(said, fields);
            boolean kept = mark.equals(read);
            if (!kept) status.setRollbackOnly();
            return new Tried<>(result, said, fields, mark, kept);
        });
        if (tried.kept()) return done.apply(tried.result());
        model.addAttribute("check", tried.check());
        model.addAttribute("afterwards", afterwards());
        model.addAttribute("action", request.getRequestURI());
        model.addAttribute("fields", tried.fields());
        model.addAttribute("mark", tried.mark());
        model.addAttribute("changed", read != null);
        return "once-more";
    }

    /** Like {@link #ask(Supplier, Function, Function, Model)}, for a change without a result. */
    public String ask(Runnable effect, Supplier<Check> check, Supplier<String> done, Model model) {
        return ask(
                () -> {
                    effect.run();
                    return null;
                },
                nothing -> check.get(),
                nothing -> done.get(),
                model);
    }

    /** What the form's annotation says about undoing it. */
    private String afterwards() {
        HandlerMethod form = (HandlerMethod) request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return form.getMethodAnnotation(AskedOnceMore.class).value();
    }

    /** What was entered, and what the page carries besides. */
    private List<Line> fields(Check check) {
        Set<String> carried =
                Set.copyOf(check.carried().stream().map(Line::name).toList());
        List<Line> fields = new ArrayList<>(check.carried());
        request.getParameterMap().forEach((name, values) -> {
            if (NOT_ENTERED.contains(name) || carried.contains(name)) return;
            for (String value : values) fields.add(new Line(name, value));
        });
        return fields;
    }

    /** Identifies what a page said: changes with anything entered, done or shown. */
    private String mark(Check check, List<Line> fields) {
        List<String> entered = fields.stream().map(Line::toString).sorted().toList();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((request.getRequestURI() + afterwards() + check + entered)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
