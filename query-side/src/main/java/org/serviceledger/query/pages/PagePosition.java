package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.LedgerAnswer;
import org.serviceledger.store.outage.DatabaseWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The position by which a page can be cited. It is the lowest as of which an answer on the page was given, and the last
 * of the ledger for a page without such an answer.
 */
@Component("pagePosition")
class PagePosition implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ANSWERED = "answeredAsOf";

    private final @Nullable DatabaseWatch ledger;

    PagePosition(ObjectProvider<DatabaseWatch> ledger) {
        this.ledger = ledger.getIfAvailable();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null) {
            return;
        }
        page.getModel().values().stream()
                .filter(LedgerAnswer.class::isInstance)
                .mapToLong(answer -> ((LedgerAnswer) answer).asOf())
                .min()
                .ifPresent(lowest -> page.addObject(ANSWERED, lowest));
    }

    /** The position of the last event in the ledger. Null if there is none. Reads only memory. */
    public @Nullable Long last() {
        return ledger == null || ledger.size() == 0 ? null : ledger.size() - 1;
    }
}
