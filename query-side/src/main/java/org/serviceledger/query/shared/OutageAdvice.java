package org.serviceledger.query.shared;

import org.serviceledger.query.shared.NoAnswer.LedgerUnavailable;
import org.serviceledger.store.outage.StoreOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers that the database is unavailable when it caused a failure that no other handler explains. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class OutageAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(OutageAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onOutage(RuntimeException e) {
        var outage = StoreOutage.behind(e).orElseThrow(() -> e);
        LOG.warn("PostgreSQL did not answer: {}: {}", outage, e.getMessage());
        return NoAnswerAdvice.answer(new LedgerUnavailable());
    }
}
