package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Every body of every call of the API, and every address, is read strictly. */
@ConsoleTest
class EveryApiBodyTest {
    private static final String TOO_LARGE = "99999999999999999999";
    private static final Map<Class<?>, List<String>> NONE_OF_THEM = Map.of(
            String.class, List.of("5", "1.5", "true", "{}", "[]", "[\"x\"]"),
            Integer.class, List.of("1.5", "1.0", "1e2", "\"5\"", "\"\"", "true", "{}", "[]", TOO_LARGE),
            Boolean.class, List.of("\"true\"", "\"\"", "1", "0", "{}", "[]"),
            LocalDate.class,
                    List.of(
                            "\"2026-13-01\"",
                            "\"2026-02-30\"",
                            "\"23/11/2026\"",
                            "\"2026-11-23T00:00:00Z\"",
                            "\"\"",
                            "20261123",
                            "[2026,11,23]",
                            "true",
                            "{}"),
            BigDecimal.class, List.of("\"x\"", "\"\"", "\"18.5\"", "true", "{}", "[]"),
            LocalTime.class, List.of("\"24:01\"", "\"9\"", "\"\"", "9", "[9,0]", "true", "{}"),
            Enum.class, List.of("\"NOWHERE\"", "\"\"", "0", "true", "{}", "[]"),
            List.class, List.of("\"x\"", "\"\"", "5", "{}", "[null]"));

    /** A call, and what it accepts: as its whole body, or as JSON in a part of it. */
    private record Call(String path, Class<?> body, String part) {

        String inWords() {
            return path + (part == null ? "" : " part " + part);
        }
    }

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper lax;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everythingThatIsNotWhatABodyTakesIsRefusedWithTheNameOfTheProperty() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        int tried = 0;
        for (Call call : calls()) {
            for (var sent : dirt(call.body(), "%s").entrySet()) {
                tried++;
                String property = sent.getValue();
                MockHttpServletResponse answer = send(call, sent.getKey());
                String detail = answer.getContentAsString(StandardCharsets.UTF_8);
                if (answer.getStatus() != 400 || !detail.contains(property))
                    wrong.put(call.inWords() + " " + sent.getKey(), answer.getStatus() + " " + detail);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void whatIsNoOneObjectIsRefused() throws Exception {
        for (Call call : calls()) {
            String whole = json(sample(call.body()));
            for (String body : List.of(
                    whole + "{}",
                    whole + " x",
                    whole + whole,
                    "[" + whole + "]",
                    "5",
                    "\"x\"",
                    "\"\"",
                    whole.substring(1),
                    whole.replace("{", "{//\n"),
                    "")) {
                assertThat(send(call, body).getStatus())
                        .as(call.inWords() + " " + body)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void nothingLeftOutIsAFailureOfTheService() throws Exception {
        for (Call call : calls()) {
            Map<String, Object> whole = sample(call.body());
            assertThat(send(call, "{}").getStatus()).as(call.inWords()).isLessThan(500);
            for (String property : whole.keySet()) {
                Map<String, Object> without = new LinkedHashMap<>(whole);
                without.remove(property);
                assertThat(send(call, json(without)).getStatus())
                        .as(call.inWords() + " without " + property)
                        .isLessThan(500);
                without.put(property, null);
                assertThat(send(call, json(without)).getStatus())
                        .as(call.inWords() + " null " + property)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void nothingThatIsTypedIsAFailureOfTheService() throws Exception {
        for (Call call : calls()) {
            Map<String, Object> whole = sample(call.body());
            for (String text :
                    List.of("", " ", "x".repeat(70_000), "\u0000", "\uD83D\uDE00", "\u202E", "%", "'", "\\")) {
                for (RecordComponent component : call.body().getRecordComponents()) {
                    if (component.getType() != String.class) continue;
                    Map<String, Object> typed = new LinkedHashMap<>(whole);
                    typed.put(component.getName(), text);
                    assertThat(send(call, json(typed)).getStatus())
                            .as(call.inWords() + " " + component.getName())
                            .isLessThan(500);
                }
            }
            for (int number : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE}) {
                Map<String, Object> typed = new LinkedHashMap<>(whole);
                typed.replaceAll((name, value) -> value instanceof Integer ? number : value);
                assertThat(send(call, json(typed)).getStatus())
                        .as(call.inWords() + " " + number)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void noNumberIsTooLargeOrTooLongForTheService() throws Exception {
        int tried = 0;
        for (Call call : calls()) {
            for (var sent : decimals(call.body(), "%s").entrySet()) {
                tried++;
                MockHttpServletResponse answer = send(call, sent.getKey());
                assertThat(answer.getStatus())
                        .as(call.inWords() + " " + sent.getKey())
                        .isIn(400, 422);
                assertThat(answer.getContentAsString()).contains(sent.getValue());
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void everyBodyIsTakenAsJsonAlone() {
        assertThat(mappings.getHandlerMethods().entrySet())
                .filteredOn(mapping -> !bodies(mapping.getValue()).isEmpty())
                .isNotEmpty()
                .allSatisfy(mapping -> assertThat(
                                mapping.getKey().getConsumesCondition().getConsumableMediaTypes())
                        .as("" + mapping.getValue())
                        .containsAnyOf(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA)
                        .hasSize(1));
    }

    @Test
    void noAddressTakesAParameterThatItDoesNotKnow() throws Exception {
        int asked = 0;
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            String path = path(mapping);
            if (!path.startsWith("/api/")
                    || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) continue;
            asked++;
            MockHttpServletResponse answer = http.perform(
                            get(path).param("regoin", "NW").with(by(Colleague.SERVICE_OWNER)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(path).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains("regoin");
        }
        assertThat(asked).isPositive();
        assertThat(http.perform(get("/api/handovers?region=NW&region=GM").with(by(Colleague.SERVICE_OWNER)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Give it once");
    }

    @Test
    void theApplicationsOwnJsonIsReadAsBefore() throws Exception {
        assertThat(lax.readValue("{\"name\":\"x\",\"new\":1}", Kept.class)).isEqualTo(new Kept("x"));
    }

    record Kept(String name) {}

    /** Bodies that are wrong in one respect each, with the name of the property concerned. */
    private static Map<String, String> dirt(Class<?> type, String around) throws Exception {
        Map<String, String> dirt = new LinkedHashMap<>();
        Map<String, Object> whole = sample(type);
        Map<String, Object> more = new LinkedHashMap<>(whole);
        more.put("zzUnknown", "x");
        dirt.put(around.formatted(json(more)), "zzUnknown");
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (!name.equals(name.toLowerCase(Locale.ROOT))) {
                Map<String, Object> misspelt = new LinkedHashMap<>(whole);
                misspelt.put(name.toLowerCase(Locale.ROOT), misspelt.remove(name));
                dirt.put(around.formatted(json(misspelt)), name.toLowerCase(Locale.ROOT));
            }
            String value = json(whole.get(name));
            dirt.put(
                    around.formatted(
                            "{\"%s\":%s,%s".formatted(name, value, json(whole).substring(1))),
                    name);
            for (String wrong : wrong(component.getType())) dirt.put(around.formatted(with(whole, name, wrong)), name);
            if (component.getType() == List.class) {
                Class<?> element =
                        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                for (String wrong : wrong(element))
                    dirt.put(around.formatted(with(whole, name, "[" + wrong + "]")), name);
                if (element.isRecord()) dirt.putAll(dirt(element, around.formatted(with(whole, name, "[%s]"))));
            }
        }
        return dirt;
    }

    /** Bodies with a decimal that nothing here is measured in, with its name. */
    private static Map<String, String> decimals(Class<?> type, String around) throws Exception {
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, Object> whole = sample(type);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (component.getType() == BigDecimal.class)
                for (String number : List.of("1e999999999", "1e-999999999", "0.123456789", "9".repeat(900)))
                    bodies.put(around.formatted(with(whole, name, number)), name);
            if (component.getType() != List.class) continue;
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (element.isRecord()) bodies.putAll(decimals(element, around.formatted(with(whole, name, "[%s]"))));
        }
        return bodies;
    }

    private static List<String> wrong(Class<?> type) {
        if (type.isRecord()) return List.of("\"x\"", "\"\"", "5", "[]", "null");
        Class<?> known = type.isEnum() ? Enum.class : type;
        assertThat(NONE_OF_THEM).as("say what is none of these").containsKey(known);
        return NONE_OF_THEM.get(known);
    }

    private static String with(Map<String, Object> whole, String name, String value) throws Exception {
        Map<String, Object> others = new LinkedHashMap<>(whole);
        others.remove(name);
        String rest = json(others).substring(1);
        return "{\"%s\":%s%s".formatted(name, value, rest.equals("}") ? rest : "," + rest);
    }

    private static Map<String, Object> sample(Class<?> type) {
        Map<String, Object> sample = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents())
            sample.put(component.getName(), value(component.getType(), component.getGenericType()));
        return sample;
    }

    private static Object value(Class<?> type, Type generic) {
        if (type == String.class) return "x";
        if (type == Integer.class) return 1;
        if (type == BigDecimal.class) return new BigDecimal("18.5");
        if (type == Boolean.class) return true;
        if (type == LocalDate.class) return "2026-11-23";
        if (type == LocalTime.class) return "09:00";
        if (type.isEnum()) return type.getEnumConstants()[0].toString();
        if (type.isRecord()) return sample(type);
        if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            return List.of(value(element, element));
        }
        throw new AssertionError(
                "Say what a " + type + " looks like; a primitive cannot be left out, so that it is none here");
    }

    private static String json(Object value) throws Exception {
        return new ObjectMapper().writeValueAsString(value);
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> bodies(method)
                        .forEach(parameter -> calls.add(new Call(
                                path(mapping),
                                parameter.getParameterType(),
                                parameter.hasParameterAnnotation(RequestPart.class)
                                        ? parameter
                                                .getParameterAnnotation(RequestPart.class)
                                                .value()
                                        : null))));
        assertThat(calls)
                .hasSizeGreaterThan(5)
                .allSatisfy(call -> assertThat(call.body().isRecord()).isTrue())
                .anySatisfy(call -> assertThat(call.part()).isNotNull());
        return calls;
    }

    private static List<MethodParameter> bodies(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        || parameter.hasParameterAnnotation(RequestPart.class))
                .filter(parameter -> !MultipartFile.class.isAssignableFrom(parameter.getParameterType()))
                .toList();
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().findFirst().orElseThrow().replaceAll("\\{[^}]+}", "1");
    }

    private MockHttpServletResponse send(Call call, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (call.part() == null)
            return http.perform(post(call.path())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(bytes)
                            .with(everybody()))
                    .andReturn()
                    .getResponse();
        return http.perform(multipart(call.path())
                        .file(new MockMultipartFile(call.part(), "", MediaType.APPLICATION_JSON_VALUE, bytes))
                        .file(new MockMultipartFile("staff", "staff.csv", "text/csv", new byte[0]))
                        .with(everybody()))
                .andReturn()
                .getResponse();
    }

    private static RequestPostProcessor everybody() {
        return by(Colleague.SERVICE_OWNER, "hr-nw", "case-admin-nw", "upw-supervisor-nw", "spo-nw");
    }
}
