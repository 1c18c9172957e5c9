package org.serviceledger.command.web;

import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems that only the write API has. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(StoreOutage outage) {
        return switch (outage) {
            case OUTCOME_UNKNOWN -> away("record/outcome-unknown", Message.of("problem.record/outcome-unknown"));
            case NO_ANSWER -> away("service/database-away", Message.of("problem.service/database-away"));
            case DISK_FULL -> away("service/disk-full", Message.of("problem.service/disk-full"));
            case READ_ONLY -> away("service/read-only", Message.of("problem.service/read-only"));
        };
    }

    private static ProblemDetail away(String rule, Message words) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, rule, words);
    }
}
