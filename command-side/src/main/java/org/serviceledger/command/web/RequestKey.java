package org.serviceledger.command.web;

import java.util.Objects;
import java.util.Optional;
import org.serviceledger.store.IdempotencyReceipt;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The idempotency key of a request, prefixed with the user's name.
 *
 * @param digest digest of everything that makes a repetition the same request: method, path and body
 */
public record RequestKey(String key, String digest) {

    private static final String ATTRIBUTE = RequestKey.class.getName();

    /** Returns the key of the request on this thread, if the client sent one. */
    public static Optional<RequestKey> current() {
        return Optional.ofNullable((RequestKey) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    void becomeCurrent() {
        Objects.requireNonNull(RequestContextHolder.getRequestAttributes())
                .setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }

    /** Returns the key of one of several commands in the request. */
    public RequestKey part(int number) {
        return new RequestKey(key + "#" + number, digest);
    }

    void mustBeOf(IdempotencyReceipt receipt) {
        if (!receipt.isFor(digest)) {
            throw RequestRefused.because(
                    HttpStatus.UNPROCESSABLE_CONTENT, "request/key-once", Message.of("problem.request/key-once"));
        }
    }
}
