package org.serviceledger.command.acceptance;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseId;

/**
 * Notes of every case received when its acceptance is due. A receipt that was recorded when that time was over tells of the
 * past: what became of the case is for those to say who record it. Imported cases have no receipt.
 */
final class ReceiptWatch implements EventHandlerInvoker {

    private final Agenda agenda;

    ReceiptWatch(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Where it is kept what to look at again and when; noted twice is noted once. */
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
