package org.serviceledger.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Redirects anonymous users to the sign-in page, including when htmx requests a fragment. */
final class SignInRedirect extends LoginUrlAuthenticationEntryPoint {

    private final String path;

    SignInRedirect(String path) {
        super(path);
        this.path = path;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") == null) {
            super.commence(request, response, e);
            return;
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Redirect", path);
    }
}
