package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** Refuses everybody whom a route does not allow, before anything else of the route is evaluated. */
@Configuration(proxyBeanMethods = false)
class RouteGuard implements HandlerInterceptor, WebMvcConfigurer {
    private final RouteRules rules;
    private final SignedIn signedIn;

    RouteGuard(RouteRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route) || RouteRules.isOpen(route)) return true;
        rules.mustAllow(route, signedIn.inEveryRole());
        RouteRules.of(route)
                .filter(rule -> !rule.everyRole())
                .ifPresent(rule -> request.setAttribute(SignedIn.ROLES, Set.of(rule.value())));
        return true;
    }
}
