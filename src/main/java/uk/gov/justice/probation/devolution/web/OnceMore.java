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
 * Asks for confirmation before a form does what cannot be taken back (ADR 63). It is done and rolled back, so that the
 * page says what it would do and every refusal comes at once. It is kept only if the same form comes again from the
 * page that was read, and what it does is still what that page said: what has changed meanwhile is shown again.
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
     * @param effect what cannot be taken back; whatever it throws is thrown on, and nothing is kept
     * @param check what the page says about it
     * @param done where to go once it is done
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

    /** As {@link #ask(Supplier, Function, Function, Model)}, for what has no result. */
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

    /** What the form says about itself. */
    private String afterwards() {
        HandlerMethod form = (HandlerMethod) request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return form.getMethodAnnotation(AskedOnceMore.class).value();
    }

    /** What was entered, and what the page carries beside it. */
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

    /** Distinguishes one page from another: it changes with whatever is entered, done or said. */
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
