package org.serviceledger.command.web;

import java.util.List;
import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.web.FieldFault;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems that only the write API has. */
public final class Problems {

    private Problems() {}

    static ProblemDetail of(List<Fault> faults) {
        return Problem.ofFaults(
                HttpStatus.BAD_REQUEST,
                Problem.INVALID,
                faults.stream()
                        .map(fault -> new FieldFault(fault.field(), fault.message()))
                        .toList());
    }

    static ProblemDetail of(StoreOutage outage) {
        return switch (outage) {
            case OUTCOME_UNKNOWN -> away("record/outcome-unknown", Message.of("problem.record/outcome-unknown"));
            case NO_ANSWER -> away("service/database-away", Message.of("problem.service/database-away"));
            case DISK_FULL -> away("service/disk-full", Message.of("problem.service/disk-full"));
            case READ_ONLY -> away("service/read-only", Message.of("problem.service/read-only"));
        };
    }

    /** Returns a sentence that names the field and its fault. */
    public static String detail(Fault fault) {
        return Words.say("problem.request/valid", "field", fault.field(), "fault", fault.message());
    }

    private static ProblemDetail away(String rule, Message words) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, rule, words);
    }
}
