package org.serviceledger.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.command.calendar.OfficialCalendar;
import org.serviceledger.fixtures.CaseEvents;

/** Tests which receipts the watch notes. */
class ReceiptWatchTest {

    private static final CaseId CASE = CaseId.ofNumber("20240301-0001");

    /** Received on a Friday. The fifth working day after it ends with 2024-03-08. */
    private static final CaseReceived RECEIVED = CaseEvents.received()
            .of(CASE)
            .receiptNumber("SJ-1")
            .acceptanceDue(OfficialCalendar.calendar().deadline(at("2024-03-01 09:05"), TimeLimit.workingDays(5)))
            .by(CLERK)
            .at(at("2024-03-01 09:05"))
            .event();

    private final List<String> noted = new ArrayList<>();
    private final ReceiptWatch watch = new ReceiptWatch((id, due) -> noted.add(id + " " + due));

    @ParameterizedTest
    @CsvSource({
        "2024-03-01 09:05:00, true",
        "2024-03-08 23:59:59, true",
        "2024-03-09 00:00:00, true",
        "2024-03-09 00:00:01, false",
        "2024-03-11 09:00:00, false",
        "2026-03-01 09:00:00, false"
    })
    void aReceiptIsWatchedIfItWasRecordedWhileThereWasTime(String recordedAt, boolean watched) {
        take(RECEIVED, recordedAt);

        assertThat(noted).hasSize(watched ? 1 : 0).allMatch(it -> it.equals(CASE + " 2024-03-08T16:00:00Z"));
    }

    @Test
    void nothingElseIs() {
        take(
                CaseEvents.withdrawn()
                        .of(CASE)
                        .reason("自愿撤回")
                        .by(CITIZEN)
                        .at(at("2024-03-01 09:10"))
                        .event(),
                "2024-03-01 09:10:00");

        assertThat(noted).isEmpty();
    }

    private void take(CaseEvent event, String recordedAt) {
        EventMessage<?> message = new GenericEventMessage<>("id", event, Map.of(), at(recordedAt));
        if (watch.canHandle(message, Segment.ROOT_SEGMENT)) {
            watch.handle(message, Segment.ROOT_SEGMENT);
        }
    }
}
