package org.serviceledger.query.language;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.serviceledger.query.shared.RememberedChoice;
import org.serviceledger.words.Language;
import org.springframework.http.HttpHeaders;

/**
 * Binds the language of a request while the request is handled: the one that the switch stored in a cookie, else the
 * one that the client prefers by {@code Accept-Language}, else Chinese. Every response names it in
 * {@code Content-Language}.
 */
public final class LanguageFilter implements Filter {

    static final String COOKIE = "LEDGER_LANGUAGE";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        var language = of(asked);
        answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        try {
            language.<Void, Exception>speaking(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Language of(HttpServletRequest request) {
        return remembered(request).orElseGet(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        return RememberedChoice.of(request, COOKIE)
                .flatMap(tag -> Language.tagged(tag).stream())
                .findFirst();
    }
}
