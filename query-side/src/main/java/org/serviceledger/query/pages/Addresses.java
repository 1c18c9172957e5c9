package org.serviceledger.query.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Builds the address of the current page with one parameter changed. Filters are part of the address, so that a user
 * can send a filtered page to others.
 */
@Component("addresses")
class Addresses {

    /**
     * Returns the address with this parameter set and all other parameters as in the request.
     *
     * @throws IllegalStateException if no request is being handled
     */
    public String with(String parameter, String value) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException("no page is being shown");
        }
        var request = attributes.getRequest();
        var kept = request.getParameterMap().entrySet().stream()
                .filter(asked -> !asked.getKey().equals(parameter))
                .flatMap(asked -> Arrays.stream(asked.getValue())
                        .filter(each -> !each.isBlank())
                        .map(each -> pair(asked.getKey(), each)));
        return Stream.concat(kept, Stream.of(pair(parameter, value)))
                .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
