package org.serviceledger.command.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.command.CommandSideConfiguration;
import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.web.FieldFault;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Turns every failure of a request to the write API into a problem response without internal details. An unexpected
 * failure is logged under an incident id, and the response contains only this id.
 */
@RestControllerAdvice(basePackageClasses = CommandSideConfiguration.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SOON = "2";

    @ExceptionHandler
    ProblemDetail refused(CommandRefused e) {
        return Problem.of(e.refusal());
    }

    @ExceptionHandler
    ProblemDetail refused(RequestRefused e) {
        var faults = e.faults();
        return faults.isEmpty()
                ? Problem.of(e.status(), e.rule(), e.words())
                : Problem.ofFaults(HttpStatus.BAD_REQUEST, Problem.INVALID, faults);
    }

    @ExceptionHandler
    ProblemDetail refused(AccessRefused e) {
        return Problem.of(HttpStatus.FORBIDDEN, e.rule(), e.words());
    }

    @ExceptionHandler
    ProblemDetail unknown(AggregateNotFoundException e) {
        return Problem.of(HttpStatus.NOT_FOUND, "record/begun-first", Message.of("problem.record/begun-first"));
    }

    @ExceptionHandler
    ProblemDetail overtaken(ConcurrencyException e) {
        return Problem.of(HttpStatus.CONFLICT, "record/one-at-a-time", Message.of("problem.record/one-at-a-time"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e) {
        return StoreAway.behind(e).map(outage -> away(outage, e)).orElseGet(() -> ofUnknownCause(e));
    }

    private static ResponseEntity<ProblemDetail> away(StoreOutage outage, RuntimeException e) {
        LOG.warn("{}: {}", outage, e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SOON)
                .body(Problems.of(outage));
    }

    private static ResponseEntity<ProblemDetail> ofUnknownCause(RuntimeException e) {
        var incident = UUID.randomUUID();
        LOG.error("incident {}", incident, e);
        var problem = Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setProperty("incident", incident);
        return ResponseEntity.internalServerError().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fault = e.getCause() instanceof JacksonException json
                ? JsonFaults.of(json)
                : FieldFault.of("body", Message.of("fault.body"));
        return bad(List.of(fault));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return bad(faults(e.getBindingResult()).toList());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var ofBeans = e.getBeanResults().stream().flatMap(ProblemAdvice::faults);
        var ofValues = e.getValueResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldFault(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))));
        return bad(Stream.concat(ofValues, ofBeans).toList());
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var parameter = e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName() : "parameter";
        return bad(List.of(FieldFault.of(parameter, reason(e))));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return bad(List.of(FieldFault.of(e.getParameterName(), Message.of("fault.required"))));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var said = body instanceof ProblemDetail problem && !Problem.isOurs(problem) ? Problem.of(status) : body;
        return super.createResponseEntity(said, headers, status, request);
    }

    private static ResponseEntity<Object> bad(List<FieldFault> faults) {
        return ResponseEntity.badRequest().body(Problem.ofFaults(HttpStatus.BAD_REQUEST, Problem.INVALID, faults));
    }

    private static Stream<FieldFault> faults(Errors errors) {
        return Stream.concat(
                errors.getFieldErrors().stream().map(error -> new FieldFault(error.getField(), message(error))),
                errors.getGlobalErrors().stream().map(error -> new FieldFault("body", message(error))));
    }

    private static String message(DefaultMessageSourceResolvable error) {
        return String.valueOf(error.getDefaultMessage());
    }

    /** Returns the message of a malformed id if there is one in the causes. */
    private static Message reason(Throwable e) {
        @Nullable Throwable cause = e.getCause();
        while (cause != null && !(cause instanceof Malformed)) {
            cause = cause.getCause();
        }
        return Malformed.words(cause);
    }
}
