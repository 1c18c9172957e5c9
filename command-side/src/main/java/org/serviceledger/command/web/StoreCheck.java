package org.serviceledger.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.words.Language;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects requests to the write API at once while the database is known not to answer. While the database is read-only,
 * it rejects only requests that write.
 */
final class StoreCheck implements HandlerInterceptor {

    private final DatabaseWatch watch;

    StoreCheck(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && WriteApi.contains(method.getBeanType())) {
            watch.outage().ifPresent(outage -> {
                throw new StoreAway(StoreOutage.NO_ANSWER, outage.in(Language.ENGLISH));
            });
            if (watch.isReadOnly() && !request.getMethod().matches("GET|HEAD|OPTIONS")) {
                throw new StoreAway(StoreOutage.READ_ONLY, "PostgreSQL is read-only");
            }
        }
        return true;
    }
}
