package org.serviceledger.command.web;

import java.util.Objects;
import java.util.Optional;
import org.serviceledger.store.IdempotencyReceipt;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The client's key of a request, with the client's name in front.
 *
 * @param digest of everything that makes a repeat the same request
 */
record RequestKey(String key, String digest) {

    private static final String ATTRIBUTE = RequestKey.class.getName();

    /** Of the request this thread answers, if its client gave one. */
    static Optional<RequestKey> current() {
        return Optional.ofNullable((RequestKey) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    void becomeCurrent() {
        Objects.requireNonNull(RequestContextHolder.getRequestAttributes())
                .setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }

    /** The key of one command among several. */
    RequestKey part(int number) {
        return new RequestKey(key + "#" + number, digest);
    }

    void mustBeOf(IdempotencyReceipt receipt) {
        if (!receipt.isFor(digest)) {
            throw RequestRefused.because(
                    HttpStatus.UNPROCESSABLE_CONTENT, "request/key-once", Message.of("problem.request/key-once"));
        }
    }
}
