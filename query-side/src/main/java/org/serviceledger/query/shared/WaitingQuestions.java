package org.serviceledger.query.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.NoAnswer.TooManyWaiting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Suspends questions that must wait, so that they hold no thread. When the wait ends, the question is asked again from
 * the beginning. The number of waiting questions is limited, in total and for each address.
 */
@Component
class WaitingQuestions implements HandlerExceptionResolver, HandlerInterceptor, WebMvcConfigurer, Ordered {

    private static final String UNTIL = WaitingQuestions.class.getName() + ".until";
    private static final long ROOM = 5_000;

    private final PositionWatch positions;
    private final WaitingSettings settings;
    private final HandlerExceptionResolver others;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    WaitingQuestions(
            PositionWatch positions,
            WaitingSettings settings,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver others) {
        this.positions = positions;
        this.settings = settings;
        this.others = others;
    }

    /**
     * Returns how long the current question may still wait. A question asked for the first time has all its patience
     * left.
     */
    static Duration patienceLeft(Duration patience) {
        var request = RequestContextHolder.getRequestAttributes();
        var until = request == null ? null : request.getAttribute(UNTIL, RequestAttributes.SCOPE_REQUEST);
        return until instanceof Long nanos ? Duration.ofNanos(nanos - System.nanoTime()) : patience;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(HIGHEST_PRECEDENCE);
    }

    /** Discards the result of the wait, so that the controller answers the question anew. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var async = WebAsyncUtils.getAsyncManager(request);
        if (request.getAttribute(UNTIL) != null && async.hasConcurrentResult()) {
            async.clearConcurrentResult();
        }
        return true;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!(e instanceof MustWait wait)) {
            return null;
        }
        var address = String.valueOf(request.getRemoteAddr());
        if (!enter(address)) {
            var full = new CannotAnswer(new TooManyWaiting(settings.retryAfter()));
            return others.resolveException(request, response, handler, full);
        }
        var until = System.nanoTime() + wait.patience().toNanos();
        request.setAttribute(UNTIL, until);
        var over = new DeferredResult<Boolean>(wait.patience().toMillis() + ROOM, false);
        try {
            WebAsyncUtils.getAsyncManager(request).startDeferredResultProcessing(over);
        } catch (Exception failure) {
            leave(address);
            throw new IllegalStateException("the question cannot be put aside", failure);
        }
        positions.await(wait.readModels(), wait.minPosition(), until, () -> {
            leave(address);
            over.setResult(true);
        });
        return new ModelAndView();
    }

    private boolean enter(String address) {
        int all = waiting.incrementAndGet();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        if (all <= settings.most() && ofAddress <= settings.mostOfOneAddress()) {
            return true;
        }
        leave(address);
        return false;
    }

    private void leave(String address) {
        waiting.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
