package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.serviceledger.store.outage.StoreOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows that the database is unavailable when it caused a failure that no other handler explains. */
@ControllerAdvice(basePackageClasses = PageOutages.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageOutages {

    private static final Logger LOG = LoggerFactory.getLogger(PageOutages.class);
    private static final String RETRY_SOON = "2";

    @ExceptionHandler
    String onOutage(RuntimeException e, HttpServletResponse response, Model page) {
        var outage = StoreOutage.behind(e).orElseThrow(() -> e);
        LOG.warn("PostgreSQL did not answer: {}: {}", outage, e.getMessage());
        page.addAttribute("ledgerAway", true);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        return PageFaults.error(HttpStatus.SERVICE_UNAVAILABLE, response, page);
    }
}
