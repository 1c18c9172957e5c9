package org.serviceledger.query.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.serviceledger.words.Language;
import org.springframework.http.HttpHeaders;

/** Speaks the language a client accepts most, as the application does around every request. */
final class SpokenByClient implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var accepted = ((HttpServletRequest) request).getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = Language.accepted(Objects.requireNonNullElse(accepted, ""));
        try {
            language.<Boolean, Exception>speaking(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
