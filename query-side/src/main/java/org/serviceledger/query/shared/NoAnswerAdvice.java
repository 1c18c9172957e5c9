package org.serviceledger.query.shared;

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
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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

    /** Treats blank parameters as absent. */
    @InitBinder
    void emptyMeansAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onNoAnswer(CannotAnswer e) {
        if (e.reason() instanceof SearchUnavailable unavailable) {
            LOG.warn("Elasticsearch did not answer: {}", unavailable.reason());
        }
        return answer(e.reason());
    }

    /** Returns the response in the current language. */
    static ResponseEntity<ProblemDetail> answer(NoAnswer reason) {
        var answer = ResponseEntity.status(reason.status());
        reason.askAgainAfter()
                .ifPresent(later -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(later.toSeconds())));
        return answer.body(problem(reason));
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

    private static ProblemDetail problem(NoAnswer reason) {
        var problem = Problem.of(reason.status(), rule(reason), reason.words());
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

    private static String rule(NoAnswer reason) {
        return switch (reason) {
            case BadQuestion _ -> Problem.INVALID;
            case NotFound _ -> "record/known";
            case OutsideScope _ -> "access/scope";
            case NotForRole _ -> "access/role";
            case NotCaughtUp _ -> "service/not-caught-up";
            case NotYetSealed _ -> "service/not-yet-sealed";
            case SearchUnavailable _ -> "service/search-away";
            case LedgerUnavailable _ -> "service/database-away";
            case TooManyWaiting _ -> "service/too-many-waiting";
            case TooManyAttempts _ -> "access/throttle";
        };
    }

    private static Fault fault(FieldError error) {
        return new Fault(error.getField(), Message.of("fault.malformed"));
    }

    private static Message mustBe(@Nullable Class<?> type) {
        return Message.of(type == LocalDate.class ? "fault.date" : "fault.malformed");
    }
}
