package org.serviceledger.command.acceptance;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseId;

/**
 * Notes the acceptance deadline of every received case. It skips a receipt that was recorded after that deadline: it
 * reports the past, and the clerk who records it also records the outcome. Imported cases have no receipt.
 */
final class ReceiptWatch implements EventHandlerInvoker {

    private final Agenda agenda;

    ReceiptWatch(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Where the watch notes the cases to settle and when. Noting a case twice has the same effect as once. */
    @FunctionalInterface
    interface Agenda {

        void note(CaseId id, Instant due);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType == CaseReceived.class;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType()) && segment.matches(message.getIdentifier());
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (message.getPayload() instanceof CaseReceived received
                && isRecordedInTime(received, message.getTimestamp())) {
            agenda.note(received.caseId(), received.acceptanceDue().due());
        }
    }

    static boolean isRecordedInTime(CaseReceived received, Instant recordedAt) {
        return !recordedAt.isAfter(received.acceptanceDue().due());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
