package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses API calls with unknown or repeated parameters. Otherwise a misspelt filter would return the whole list. */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod call)) return true;
        Map<String, Class<?>> known = known(call);
        request.getParameterMap().forEach((name, values) -> {
            mustBeKnown(name, known);
            if (values.length > 1 && !many(known.get(name)))
                throw Problem.badRequest(
                        "The parameter %s is given %d times. Give it once.".formatted(name, values.length));
        });
        if (request instanceof MultipartHttpServletRequest parts)
            parts.getMultiFileMap().keySet().forEach(name -> mustBeKnown(name, known));
        return true;
    }

    private static void mustBeKnown(String name, Map<String, Class<?>> known) {
        if (known.containsKey(name)) return;
        throw Problem.badRequest("There is no parameter %s here. %s"
                .formatted(
                        name,
                        known.isEmpty()
                                ? "The call accepts none."
                                : "It takes " + String.join(", ", new TreeSet<>(known.keySet())) + "."));
    }

    private static boolean many(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    private static Map<String, Class<?>> known(HandlerMethod call) {
        Map<String, Class<?>> known = new HashMap<>();
        for (MethodParameter parameter : call.getMethodParameters()) {
            String name = name(parameter);
            if (name != null) known.put(name, parameter.getParameterType());
        }
        return known;
    }

    private static String name(MethodParameter parameter) {
        RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
        RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
        if (field == null && part == null) return null;
        parameter.initParameterNameDiscovery(NAMES);
        return Arrays.asList(field == null ? part.name() : field.name(), parameter.getParameterName()).stream()
                .filter(StringUtils::hasText)
                .findFirst()
                .orElseThrow();
    }
}
