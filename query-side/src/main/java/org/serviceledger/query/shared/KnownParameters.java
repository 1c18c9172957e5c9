package org.serviceledger.query.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceledger.words.Message;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that would otherwise be ignored: unknown names, blank values, and several values where one counts.
 * A blank {@code q} is allowed: an empty search box asks for everything.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String WORDS = "q";

    private final Map<HandlerMethod, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ReadApi.class)) {
            check(request, known.computeIfAbsent(method, KnownParameters::parametersOf));
        }
        return true;
    }

    private static void check(HttpServletRequest request, Map<String, Boolean> takesSeveral) {
        var faults = new Faults();
        request.getParameterMap().forEach((name, values) -> {
            var several = takesSeveral.get(name);
            if (several == null) {
                faults.add(name, Message.of("fault.unknown-parameter"));
            } else if (!several && values.length > 1) {
                faults.add(name, Message.of("fault.once"));
            } else if (!name.equals(WORDS) && Arrays.stream(values).anyMatch(String::isBlank)) {
                faults.add(name, Message.of("fault.blank"));
            }
        });
        faults.refuseIfAny();
    }

    /** Returns the name of each parameter, and whether it takes several values. */
    private static Map<String, Boolean> parametersOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::namesOf)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Boolean>> namesOf(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type.isRecord()) {
            return Stream.of(type.getRecordComponents()).map(KnownParameters::nameOf);
        }
        var name = parameter.getParameterName();
        return parameter.hasParameterAnnotation(RequestParam.class) && name != null
                ? Stream.of(Map.entry(name, List.class.isAssignableFrom(type)))
                : Stream.of();
    }

    private static Map.Entry<String, Boolean> nameOf(RecordComponent component) {
        return Map.entry(component.getName(), List.class.isAssignableFrom(component.getType()));
    }
}
