package org.serviceledger.command.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceledger.words.Language;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/** Binds and names the language that the client prefers, as the application does around every request. */
final class SpokenByClient implements Filter, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var language = Language.accepted(((HttpServletRequest) request).getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ((HttpServletResponse) response).setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
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
