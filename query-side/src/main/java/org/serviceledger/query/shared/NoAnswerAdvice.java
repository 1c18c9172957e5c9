package org.serviceledger.query.shared;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.BadQuestion;
import org.serviceledger.query.shared.NoAnswer.Fault;
import org.serviceledger.query.shared.NoAnswer.LedgerUnavailable;
import org.serviceledger.query.shared.NoAnswer.NotCaughtUp;
import org.serviceledger.query.shared.NoAnswer.NotForRole;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.query.shared.NoAnswer.NotYetSealed;
import org.serviceledger.query.shared.NoAnswer.OutsideScope;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.query.shared.NoAnswer.TooManyAttempts;
import org.serviceledger.query.shared.NoAnswer.TooManyWaiting;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers with a problem (RFC 9457) when a question has no answer. */
@RestControllerAdvice(annotations = ReadApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoAnswerAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(NoAnswerAdvice.class);
    private static final String RETRY_SOON = "2";

    /** Treats blank parameters as absent. */
    @InitBinder
    void emptyMeansAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onNoAnswer(CannotAnswer e) {
        var problem = problem(e.reason());
        var answer = ResponseEntity.status(problem.getStatus());
        switch (e.reason()) {
            case SearchUnavailable unavailable -> {
                LOG.warn("Elasticsearch did not answer: {}", unavailable.reason());
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            }
            case NotCaughtUp _, NotYetSealed _, LedgerUnavailable _ ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case TooManyWaiting too ->
                answer.header(
                        HttpHeaders.RETRY_AFTER, Long.toString(too.retryAfter().toSeconds()));
            case TooManyAttempts too ->
                answer.header(
                        HttpHeaders.RETRY_AFTER, Long.toString(too.retryAfter().toSeconds()));
            case BadQuestion _, NotFound _, OutsideScope _, NotForRole _ -> {}
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ProblemDetail onUnreadable(BindException e) {
        return problem(new BadQuestion(
                e.getFieldErrors().stream().map(NoAnswerAdvice::fault).toList()));
    }

    @ExceptionHandler
    ProblemDetail onUnreadable(MethodArgumentTypeMismatchException e) {
        return problem(new BadQuestion(List.of(new Fault(e.getName(), mustBe(e.getRequiredType())))));
    }

    @ExceptionHandler
    ProblemDetail onMissing(MissingServletRequestParameterException e) {
        return problem(new BadQuestion(List.of(new Fault(e.getParameterName(), Message.of("fault.required")))));
    }

    /** Returns the problem in the current language. */
    static ProblemDetail problem(NoAnswer reason) {
        var problem =
                ProblemDetail.forStatusAndDetail(status(reason), reason.words().said());
        var name = name(reason);
        problem.setType(URI.create("urn:serviceledger:problem:" + name));
        problem.setProperty("reason", name);
        switch (reason) {
            case BadQuestion(var faults) ->
                problem.setProperty("errors", faults.stream().map(Fault::said).toList());
            case NotCaughtUp(var minPosition, var reached) -> {
                problem.setProperty("minPosition", minPosition);
                problem.setProperty("asOf", reached);
            }
            case NotYetSealed(var position) -> problem.setProperty("minPosition", position);
            case NotFound _,
                    OutsideScope _,
                    NotForRole _,
                    SearchUnavailable _,
                    LedgerUnavailable _,
                    TooManyWaiting _,
                    TooManyAttempts _ -> {}
        }
        return problem;
    }

    private static HttpStatus status(NoAnswer reason) {
        return switch (reason) {
            case BadQuestion _ -> HttpStatus.BAD_REQUEST;
            case NotFound _ -> HttpStatus.NOT_FOUND;
            case OutsideScope _, NotForRole _ -> HttpStatus.FORBIDDEN;
            case NotCaughtUp _, NotYetSealed _, SearchUnavailable _, LedgerUnavailable _, TooManyWaiting _ ->
                HttpStatus.SERVICE_UNAVAILABLE;
            case TooManyAttempts _ -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private static String name(NoAnswer reason) {
        return switch (reason) {
            case BadQuestion _ -> "bad-question";
            case NotFound _ -> "not-found";
            case OutsideScope _ -> "outside-scope";
            case NotForRole _ -> "not-for-role";
            case NotCaughtUp _ -> "not-caught-up";
            case NotYetSealed _ -> "not-yet-sealed";
            case SearchUnavailable _ -> "search-unavailable";
            case LedgerUnavailable _ -> "ledger-unavailable";
            case TooManyWaiting _ -> "too-many-waiting";
            case TooManyAttempts _ -> "too-many-attempts";
        };
    }

    private static Fault fault(FieldError error) {
        return new Fault(error.getField(), Message.of("fault.malformed"));
    }

    private static Message mustBe(@Nullable Class<?> type) {
        return Message.of(type == LocalDate.class ? "fault.date" : "fault.malformed");
    }
}
