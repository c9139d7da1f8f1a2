package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.justice.probation.devolution.security.SignedIn;

/**
 * Answers a page's address by its {@link WholeList} as a file, if asked for one, and otherwise tells the page where the
 * files are. The page's own route has decided who may read it by then. All lines are of one moment, are written before
 * any is sent, and whoever takes them is audited.
 */
@Configuration(proxyBeanMethods = false)
class ListFiles implements HandlerInterceptor, WebMvcConfigurer {
    private static final String FORMAT = "format";
    private static final Set<String> NO_FILTERS = Set.of(FORMAT, "page");

    private static final String ADDRESSES = "listAs";

    /** Where the page's list can be had; nowhere if the page is the answer to a form. */
    record Addresses(String csv, String xlsx) {
        static final Addresses NONE = new Addresses(null, null);
    }

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ApplicationEventPublisher events;
    private final SignedIn signedIn;
    private final Clock clock;

    ListFiles(
            ObjectProvider<PlatformTransactionManager> transactions,
            ApplicationEventPublisher events,
            SignedIn signedIn,
            Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page)
            throws IOException {
        if (page == null || !(page.getModel().get(WholeList.ATTRIBUTE) instanceof WholeList<?> list)) return;
        if (!HttpMethod.GET.matches(request.getMethod())) {
            page.addObject(ADDRESSES, Addresses.NONE);
            return;
        }
        ListFormat asked = ListFormat.of(request.getParameter(FORMAT));
        if (asked == null) {
            page.addObject(
                    ADDRESSES, new Addresses(address(request, ListFormat.CSV), address(request, ListFormat.XLSX)));
            return;
        }
        page.clear();
        answer(list, asked, request, response);
    }

    /** The same as this page narrowed, from the beginning. */
    private static String address(HttpServletRequest page, ListFormat format) {
        return UriComponentsBuilder.fromPath(page.getRequestURI())
                .query(page.getQueryString())
                .replaceQueryParam("page")
                .replaceQueryParam(FORMAT, format.word())
                .build()
                .toUriString();
    }

    private void answer(WholeList<?> list, ListFormat format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile("list-", "." + format.word());
        try {
            TransactionTemplate ofOneMoment = new TransactionTemplate(transactions.getObject());
            ofOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            ofOneMoment.executeWithoutResult(transaction -> {
                long lines = write(list, format, file);
                events.publishEvent(new ListTaken(
                        signedIn.colleague().userName(), list.name(), format.word(), lines, filters(request)));
            });
            response.setContentType(format.type());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("%s-%s.%s".formatted(list.name(), LocalDate.now(clock), format.word()))
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private long write(WholeList<?> list, ListFormat format, Path file) {
        try (var out = Files.newOutputStream(file);
                ListWriter writer = format.writer(out, list.name(), list.header())) {
            Iterator<List<Object>> rows = list.rows();
            long lines = 0;
            for (; rows.hasNext(); lines++)
                writer.row(rows.next().stream().map(this::inUkTime).toList());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object inUkTime(Object cell) {
        return switch (cell) {
            case Instant moment -> LocalDateTime.ofInstant(moment, clock.getZone());
            case LocalDateTime utc -> inUkTime(utc.toInstant(ZoneOffset.UTC));
            case Boolean yes -> yes ? "Yes" : "No";
            case null, default -> cell;
        };
    }

    private static TreeSet<String> filters(HttpServletRequest request) {
        TreeSet<String> set = new TreeSet<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NO_FILTERS.contains(name) && !String.join("", values).isBlank()) set.add(name);
        });
        return set;
    }
}
