package org.serviceledger.projection;

import static org.serviceledger.fixtures.Sample.CASE;
import static org.serviceledger.fixtures.Sample.TOWN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.fixtures.CalendarEvents;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.EvaluationEvents;
import org.serviceledger.fixtures.ImportEvents;
import org.serviceledger.fixtures.ItemEvents;
import org.serviceledger.fixtures.LogYearEvents;
import org.serviceledger.fixtures.OrganizationEvents;
import org.serviceledger.fixtures.StaffDayEvents;
import org.serviceledger.fixtures.StaffEvents;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.fixtures.WindowEvents;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The vocabulary of read-model tests, and one history with every kind of event. */
public final class SampleLedger {

    public static final CodeHasher CODES =
            new CodeHasher("a key for tests, of 32 bytes or so".getBytes(StandardCharsets.UTF_8));

    private SampleLedger() {}

    public static CaseApplied applied(CaseId caseId) {
        return CaseEvents.applied().of(caseId).event();
    }

    public static ServiceRated rated(RatingLevel level, int number) {
        return EvaluationEvents.serviceRated().number(number).level(level).event();
    }

    public static CaseFinished finished(Timeliness timeliness, int overdue) {
        return CaseEvents.finished()
                .timeliness(timeliness)
                .overdueWorkingDays(overdue)
                .event();
    }

    /** Returns every kind of event at least once, in an order that is possible. */
    public static List<LedgerEvent> everything() {
        var events = new ArrayList<LedgerEvent>();
        events.addAll(places());
        events.addAll(item());
        events.addAll(days());
        events.addAll(aCase());
        events.addAll(anEvaluation());
        events.addAll(anImport());
        events.addAll(theLog());
        return events;
    }

    private static List<LedgerEvent> places() {
        return List.of(
                CalendarEvents.yearPublished().event(),
                OrganizationEvents.established().event(),
                OrganizationEvents.hallSurveyed().event(),
                OrganizationEvents.serviceHoursSet().event(),
                OrganizationEvents.leaderAppointed().event(),
                WindowEvents.setUp().event(),
                WindowEvents.setUp()
                        .of(WindowId.of(TOWN, 4))
                        .name("4号窗口")
                        .kind(WindowKind.ADVICE)
                        .event(),
                WindowEvents.retired().of(WindowId.of(TOWN, 4)).event(),
                StaffEvents.registered().event(),
                StaffEvents.assigned().event(),
                StaffEvents.left().of(StaffId.ofNumber("1003")).name("赵四").event());
    }

    private static List<LedgerEvent> item() {
        return List.of(
                ItemEvents.published().event(),
                ItemEvents.revised().event(),
                ItemEvents.suspended().event(),
                ItemEvents.resumed().event(),
                ItemEvents.cancelled().event());
    }

    private static List<LedgerEvent> days() {
        return List.of(
                StaffDayEvents.rostered().event(),
                StaffDayEvents.checkedIn().event(),
                StaffDayEvents.handedOver().event(),
                StaffDayEvents.leaveGranted().event(),
                StaffDayEvents.absenceEstablished().event(),
                StaffDayEvents.inspected().event(),
                StaffDayEvents.checkedOut().event(),
                WindowDayEvents.opened().event(),
                WindowDayEvents.paused().event(),
                WindowDayEvents.resumed().event(),
                WindowDayEvents.extraHoursServed().event(),
                WindowDayEvents.closed().event());
    }

    private static List<LedgerEvent> aCase() {
        var other = CaseId.ofNumber("320623100-20260416-0002");
        return List.of(
                applied(CASE),
                CaseEvents.firstAskedRecorded().event(),
                CaseEvents.received().event(),
                CaseEvents.correctedOnTheSpot().event(),
                CaseEvents.supplementRequested().event(),
                CaseEvents.supplemented().event(),
                CaseEvents.accepted().event(),
                CaseEvents.routed().event(),
                CaseEvents.stepStarted().event(),
                CaseEvents.specialProcedureStarted().event(),
                CaseEvents.specialProcedureEnded().event(),
                CaseEvents.suspended().event(),
                CaseEvents.resumed().event(),
                CaseEvents.extended().event(),
                CaseEvents.objectionRaised().event(),
                CaseEvents.stepFinished().event(),
                CaseEvents.granted().event(),
                finished(Timeliness.LATE, 2),
                CaseEvents.resultIssued().event(),
                CaseEvents.delivered().event(),
                applied(other),
                CaseEvents.deemedAccepted().of(other).event(),
                CaseEvents.denied().of(other).event(),
                applied(CaseId.ofNumber("3")),
                CaseEvents.acceptanceRefused().of(CaseId.ofNumber("3")).event(),
                applied(CaseId.ofNumber("4")),
                CaseEvents.withdrawn().of(CaseId.ofNumber("4")).event(),
                applied(CaseId.ofNumber("5")),
                CaseEvents.terminated().of(CaseId.ofNumber("5")).event());
    }

    private static List<LedgerEvent> anEvaluation() {
        return List.of(
                EvaluationEvents.invited().event(),
                rated(RatingLevel.DISSATISFIED, 1),
                EvaluationEvents.raterContacted().event(),
                EvaluationEvents.ratingRectified().event(),
                EvaluationEvents.raterCalledBack().event(),
                EvaluationEvents.ratingAppealed().event(),
                EvaluationEvents.ratingAppealDecided().event());
    }

    private static List<LedgerEvent> anImport() {
        var caseId = CaseId.ofNumber("case-10011");
        return List.of(
                ImportEvents.begun().event(),
                CaseEvents.imported().of(caseId).event(),
                CaseEvents.importedActRecorded().of(caseId).event(),
                ImportEvents.completed().event());
    }

    private static List<LedgerEvent> theLog() {
        return List.of(
                LogYearEvents.keyRotated().event(),
                LogYearEvents.checkpointAnchored().event());
    }

    /** Returns the events at positions from 0. */
    public static List<RecordedEvent> recorded(List<? extends LedgerEvent> events) {
        var recorded = new ArrayList<RecordedEvent>();
        for (var event : events) {
            recorded.add(recorded(event, recorded.size()));
        }
        return recorded;
    }

    public static RecordedEvent recorded(LedgerEvent event, long position) {
        return new RecordedEvent(
                event, position, event.occurredAt().plusSeconds(1), "stream", position, "event-" + position);
    }

    /** Returns the one document that these events fold into. */
    public static <D extends Document> D folded(ReadModel<D> model, LedgerEvent... events) {
        @Nullable D document = null;
        for (var event : recorded(List.of(events))) {
            if (model.documentId(event) != null) {
                document = model.after(document, event);
            }
        }
        if (document == null) {
            throw new AssertionError("these events leave no document");
        }
        return document;
    }
}
