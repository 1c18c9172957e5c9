package org.serviceledger.app.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.Problem;
import org.serviceledger.web.ProblemWriter;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that Tomcat refuses before they reach the application: CONNECT, malformed paths, overlong headers.
 */
final class ConnectorErrors extends ErrorReportValve {

    private final ProblemWriter problems;
    private final String page;

    ConnectorErrors(JsonMapper json) {
        this.problems = new ProblemWriter(json);
        this.page = page();
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !isWritable(response)) {
            return;
        }
        var language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            language.<Void, IOException>speaking(() -> {
                answer(HttpStatusCode.valueOf(response.getStatus()), request, response);
                return null;
            });
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LoggerFactory.getLogger(ConnectorErrors.class).debug("the client did not wait for its answer", e);
        }
    }

    private void answer(HttpStatusCode status, Request request, Response response) throws IOException {
        if (Programs.ask(request.getRequestURI(), request.getHeader(HttpHeaders.ACCEPT))) {
            problems.write(Problem.of(status), request, response);
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(page(status).getBytes(StandardCharsets.UTF_8));
    }

    private String page(HttpStatusCode status) {
        return page.replace("{status}", Integer.toString(status.value()))
                .replace("{lang}", Language.current().tag())
                .replace("{title}", Words.say("refused.title"))
                .replace("{heading}", Words.say("refused.heading"))
                .replace("{advice}", Words.say("refused.advice"))
                .replace("{home}", Words.say("refused.home"));
    }

    private static boolean isWritable(Response response) {
        var writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        return writable.get();
    }

    private static String page() {
        try (var text = ConnectorErrors.class.getResourceAsStream("/edge/refused.html")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
