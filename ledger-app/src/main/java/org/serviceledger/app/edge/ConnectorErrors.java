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

    private final JsonMapper json;
    private final String page;

    ConnectorErrors(JsonMapper json) {
        this.json = json;
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
        var isProgram = ProgramPaths.contain(request.getRequestURI());
        var status = HttpStatusCode.valueOf(response.getStatus());
        var language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setContentType(isProgram ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        language.<String, RuntimeException>speaking(() -> isProgram ? problem(status) : page(status)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LoggerFactory.getLogger(ConnectorErrors.class).debug("the client did not wait for its answer", e);
        }
    }

    private String problem(HttpStatusCode status) {
        return json.writeValueAsString(RequestFault.problem(status));
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
