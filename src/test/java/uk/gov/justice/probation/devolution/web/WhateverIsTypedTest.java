package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;

/** Whatever is typed into an address or sent by a form is refused or ignored, but the service does not fail. */
@ConsoleTest
class WhateverIsTypedTest {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final List<String> NUMBERS = List.of(
            "2147483647",
            "2147483648",
            "-2147483648",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "1e9",
            "1.5",
            "NaN",
            "٣");
    private static final List<String> DATES = List.of(
            "9999-12-31",
            "0001-01-01",
            "0000-00-00",
            "2021-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "24:00",
            "99:99");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x".repeat(70_000),
            "\u0000",
            "a\u0000b",
            "\uD83D\uDE00",
            "e\u0301",
            "\u202E",
            "%",
            "_",
            "\\",
            "'",
            "\"><script>",
            "{",
            "${7*7}",
            "\n",
            "-",
            "1-",
            "--");
    private static final List<String> ALL =
            Stream.of(NUMBERS, DATES, TEXTS).flatMap(Collection::stream).toList();
    private static final List<String> IN_PATHS = Stream.concat(
                    NUMBERS.stream(),
                    Stream.of(" ", "x".repeat(1_000), "\u0000", "\uD83D\uDE00", "%", "'", "-", "2026-11-23"))
            .toList();
    private static final List<String> INDEXES =
            List.of("[0]", "[2147483646]", "[2147483647]", "[-1]", "[x]", "[]", "[", "[0][0]", ".x", "[256]");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Programmes programmes;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    private final Map<String, String> failed = new TreeMap<>();
    private SomethingOfEverything everything;
    private int tried;

    /** An entry point: GET or POST of a pattern, its parameters, and the fields of its form or of what it shows. */
    private record Way(HttpMethod method, String pattern, Set<String> parameters, Set<String> fields, boolean json) {}

    @BeforeEach
    void somethingOfEverything() throws Exception {
        everything = new SomethingOfEverything(http, jdbc, programmes, letters, dueTerminations);
    }

    @Test
    void nothingThatIsTypedMakesTheServiceFail() throws Exception {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
            for (Way way : ways(method)) {
                List<String> good = everything.path(way.pattern());
                send(way, good, Map.of());
                for (int place = 0; place < good.size(); place++) {
                    for (String typed : IN_PATHS) {
                        List<String> path = new ArrayList<>(good);
                        path.set(place, typed);
                        send(way, path, Map.of());
                    }
                }
                for (String parameter : way.parameters())
                    for (String typed : ALL) send(way, good, Map.of(parameter, typed));
                for (String field : way.fields())
                    for (String index : INDEXES) send(way, good, Map.of(field + index, "1"));
            }
        }
        assertThat(String.join(
                        "\n",
                        failed.entrySet().stream()
                                .limit(200)
                                .map(Object::toString)
                                .toList()))
                .as("%d failures of %d requests", failed.size(), tried)
                .isEmpty();
        assertThat(tried).isGreaterThan(5_000);
    }

    @Test
    void whatAPageHasReadIsNeverFilledFromTheRequest() {
        Set<Method> reading = mappings.getHandlerMethods().values().stream()
                .flatMap(handler -> MethodIntrospector.selectMethods(
                        handler.getBeanType(), (Method method) -> method.isAnnotationPresent(ModelAttribute.class))
                        .stream())
                .collect(Collectors.toSet());
        assertThat(reading)
                .hasSizeGreaterThan(4)
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(ModelAttribute.class).binding())
                        .isFalse());
    }

    private void send(Way way, List<String> path, Map<String, String> parameters) {
        var call = request(
                        way.method(),
                        way.pattern().replaceAll(SomethingOfEverything.VARIABLE.pattern(), "{$1}"),
                        path.toArray())
                .with(everybody());
        if (way.method() == HttpMethod.POST) call.with(csrf());
        parameters.forEach(call::param);
        if (way.json()) call.contentType(MediaType.APPLICATION_JSON).content("{}");
        tried++;
        String inWords = way.method() + " " + way.pattern() + " " + shortened(path.toString()) + " "
                + shortened(parameters.toString());
        try {
            int status = http.perform(call).andReturn().getResponse().getStatus();
            if (status >= 500) failed.put(inWords, "" + status);
        } catch (Exception thrown) {
            failed.put(inWords, shortened("" + thrown));
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private List<Way> ways(HttpMethod method) {
        List<Way> ways = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("uk.gov.justice.probation.devolution")
                    || !takes(mapping, method)) return;
            for (String pattern : mapping.getPatternValues())
                ways.add(new Way(
                        method,
                        pattern,
                        parameters(handler),
                        fields(handler),
                        mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.APPLICATION_JSON)));
        });
        assertThat(ways).hasSizeGreaterThan(15);
        return ways;
    }

    private static boolean takes(RequestMappingInfo mapping, HttpMethod method) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.resolve(method));
    }

    private static Set<String> parameters(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType()))
                names.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            if (isForm(parameter)) names.addAll(properties(parameter.getParameterType()));
        }
        return names;
    }

    private static Set<String> fields(HandlerMethod handler) {
        Set<String> names = new TreeSet<>(parameters(handler));
        Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(ModelAttribute.class))
                .forEach(parameter -> names.addAll(properties(parameter.getParameterType())));
        return names;
    }

    private static boolean isForm(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterAnnotation(ModelAttribute.class).name().isEmpty();
    }

    private static Set<String> properties(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        if (type.isRecord()) Stream.of(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type))
            if (!property.getName().equals("class")) names.add(property.getName());
        return names;
    }

    /** Somebody in every group of the North West, who is also a member of staff in the consultation. */
    static RequestPostProcessor everybody() {
        Stream<String> groups = Stream.concat(
                Stream.of(Colleague.SERVICE_OWNER, "tu-napo"),
                Stream.of(
                                "case-admin",
                                "pso",
                                "spo",
                                "practitioner",
                                "placement-coordinator",
                                "upw-supervisor",
                                "data-lead",
                                "hr",
                                "rpd",
                                "head-of-operations",
                                "programme",
                                "change",
                                "preference-panel",
                                "appeal-manager",
                                "appeal-panel",
                                "appeal-chair")
                        .map(role -> role + "-nw"));
        return user("P0001")
                .authorities(groups.map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                        .toList());
    }
}
