package org.serviceledger.app.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Rejects requests whose method, media type or parameters cannot be parsed. Tomcat and Spring parse them lazily, in the
 * middle of a controller or page, and would report a server error.
 */
final class WellFormedRequests implements Filter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (asked.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(RequestFault.of(asked) == null ? asked : new WithoutParameters(asked), response);
            return;
        }
        var fault = fault(asked);
        if (fault == null) {
            chain.doFilter(request, response);
            return;
        }
        fault.keepIn(asked);
        answer.sendError(fault.status().value());
    }

    private static @Nullable RequestFault fault(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return new RequestFault(HttpStatus.NOT_IMPLEMENTED, "method", Message.of("fault.method"));
        }
        if (!isMediaType(request.getContentType())) {
            return new RequestFault(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, Message.of("fault.media-type"));
        }
        if (Programs.askFor(request.getRequestURI()) && !isAccept(request.getHeader(HttpHeaders.ACCEPT))) {
            return new RequestFault(HttpStatus.NOT_ACCEPTABLE, HttpHeaders.ACCEPT, Message.of("fault.accept"));
        }
        return new QueryText(request.getQueryString())
                .badlyEncoded()
                .map(name -> new RequestFault(HttpStatus.BAD_REQUEST, name, Message.of("fault.encoding")))
                .orElseGet(() -> unreadable(request));
    }

    private static boolean isMediaType(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            return MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static boolean isAccept(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept) != null;
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /** Forces Tomcat to parse the parameters: those of the query, and those of the body if it is a form. */
    private static @Nullable RequestFault unreadable(HttpServletRequest request) {
        try {
            var _ = request.getParameterMap();
            return null;
        } catch (InvalidParameterException e) {
            return ofParameters(HttpStatusCode.valueOf(e.getErrorCode()));
        } catch (IllegalStateException _) {
            return ofParameters(HttpStatus.BAD_REQUEST);
        }
    }

    private static RequestFault ofParameters(HttpStatusCode status) {
        return new RequestFault(status, "parameters", Message.of("fault.parameters"));
    }

    /** Hides malformed parameters from the error page, which reads parameters too. */
    private static final class WithoutParameters extends HttpServletRequestWrapper {

        private WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
