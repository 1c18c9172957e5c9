package org.serviceledger.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceledger.web.Problem;
import org.serviceledger.web.ProblemWriter;
import org.serviceledger.words.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Answers API requests that need a sign-in or lack permission, as RFC 9457 problems. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    AccessProblems(JsonMapper json) {
        this.problems = new ProblemWriter(json);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(LocalSignIn.REST.toSeconds()));
            var rest = Message.of("problem.access/throttle", "seconds", LocalSignIn.REST.toSeconds());
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "access/throttle", rest);
            return;
        }
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            // a browser would ask for a password, store it, and add it to requests that other sites cause
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ledger\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, "access/sign-in", Message.of("problem.access/sign-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var words = Message.of(e instanceof CsrfException ? "problem.access/role.page" : "problem.access/role.here");
        write(request, response, HttpStatus.FORBIDDEN, "access/role", words);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String rule, Message words)
            throws IOException {
        problems.write(Problem.of(status, rule, words), request, response);
    }
}
