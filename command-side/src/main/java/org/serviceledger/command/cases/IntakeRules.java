package org.serviceledger.command.cases;

import static org.serviceledger.command.cases.Stages.mustSayWhy;
import static org.serviceledger.command.cases.Stages.notNow;
import static org.serviceledger.command.cases.Stages.refuseIf;
import static org.serviceledger.command.cases.Stages.wrongStage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseAppliedBuilder;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.CorrectOnTheSpot;
import org.serviceledger.api.cases.CaseCommand.DeemAccepted;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseCommand.RecordFirstAsked;
import org.serviceledger.api.cases.CaseCommand.RefuseAcceptance;
import org.serviceledger.api.cases.CaseCommand.RequestSupplement;
import org.serviceledger.api.cases.CaseCommand.Supplement;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseSupplemented;
import org.serviceledger.api.cases.CaseEvent.CorrectedOnTheSpot;
import org.serviceledger.api.cases.CaseEvent.FirstAskedRecorded;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.CaseRefusal.AlreadyApplied;
import org.serviceledger.api.cases.CaseRefusal.DaysNotPositive;
import org.serviceledger.api.cases.CaseRefusal.ItemNotInUse;
import org.serviceledger.api.cases.CaseRefusal.ItemNotYetInForce;
import org.serviceledger.api.cases.CaseRefusal.NoSuchItem;
import org.serviceledger.api.cases.CaseRefusal.NotYetDeemed;
import org.serviceledger.api.cases.CaseRefusal.NothingMissing;
import org.serviceledger.api.cases.CaseRefusal.NoticeTooLate;
import org.serviceledger.api.cases.CaseRefusal.SupplementRequestedBefore;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;
import org.serviceledger.command.cases.CaseState.Applied;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Notice;
import org.serviceledger.command.cases.CaseState.Received;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.command.window.WindowStanding;

/** The rules from application to acceptance (行政许可法 32). */
final class IntakeRules {

    /** 行政许可法 32(四): the department tells the applicant what is missing on the spot or within five working days. */
    static final TimeLimit NOTICE_WITHIN = TimeLimit.workingDays(5);

    private IntakeRules() {}

    /** The commands that may follow between receipt and acceptance. */
    static Set<Class<? extends CaseCommand>> legal(Received received, Instant now) {
        var legal = new HashSet<Class<? extends CaseCommand>>(Set.of(CorrectOnTheSpot.class));
        legal.addAll(
                switch (received.notice()) {
                    case NONE ->
                        isDeemed(received, now)
                                ? Set.of(DeemAccepted.class)
                                : Set.of(RequestSupplement.class, Accept.class, RefuseAcceptance.class);
                    case OPEN -> Set.of(Supplement.class, RefuseAcceptance.class);
                    case ANSWERED -> Set.of(Accept.class, RefuseAcceptance.class);
                });
        return Set.copyOf(legal);
    }

    static List<CaseEvent> apply(CaseState state, Apply c, CaseFacts facts) {
        refuseIf(!(state instanceof NotApplied), new AlreadyApplied(c.caseId()));
        var item = mustTakeCases(c, facts.item());
        mustBeThere(c, facts);
        return List.of(CaseAppliedBuilder.builder()
                .caseId(c.caseId())
                .item(item)
                .applicant(c.applicant())
                .channel(c.channel())
                .organization(c.organization())
                .window(c.window())
                .title(c.title())
                .materials(c.materials())
                .zeroMaterial(c.zeroMaterial())
                .agent(c.agent())
                .progressCode(c.progressCode())
                .by(c.by())
                .occurredAt(c.at())
                .build());
    }

    /**
     * Returns the item version in force on the day of the application. If the application is recorded later, this may
     * differ from the current version.
     */
    private static ItemInForce mustTakeCases(Apply c, ItemStanding standing) {
        return switch (standing) {
            case ItemStanding.InForce(var item) -> item;
            case ItemStanding.OutOfUse(var state) ->
                throw new CommandRefused(new ItemNotInUse(c.itemId(), state, c.at()));
            case ItemStanding.NotYetInForce(var first) ->
                throw new CommandRefused(new ItemNotYetInForce(c.itemId(), c.at(), first));
            case ItemStanding.NoSuchItem _ -> throw new CommandRefused(new NoSuchItem(c.itemId()));
        };
    }

    private static void mustBeThere(Apply c, CaseFacts facts) {
        if (!facts.hallIsThere()) {
            throw new CommandRefused(new NotEstablished(c.organization()));
        }
        var window = c.window();
        if (window == null) {
            return;
        }
        if (facts.window() == WindowStanding.RETIRED) {
            throw new CommandRefused(new WindowIsRetired(window));
        }
        if (facts.window() == WindowStanding.UNKNOWN || !window.organization().equals(c.organization())) {
            throw new CommandRefused(new WindowNotSetUp(window));
        }
    }

    static List<CaseEvent> recordFirstAsked(CaseState state, RecordFirstAsked c) {
        Stages.running(state, c);
        return List.of(new FirstAskedRecorded(c.caseId(), c.by(), c.at()));
    }

    static List<CaseEvent> receive(CaseState state, Receive c, WorkingDayCalendar calendar) {
        var running = Stages.running(state, c);
        refuseIf(!(running instanceof Applied), notNow(c, running.stage()));
        var acceptanceDue = calendar.deadline(c.at(), NOTICE_WITHIN);
        return List.of(new CaseReceived(c.caseId(), c.receiptNumber(), acceptanceDue, c.by(), c.at()));
    }

    static List<CaseEvent> correct(CaseState state, CorrectOnTheSpot c) {
        return switch (Stages.running(state, c)) {
            case Applied _, Received _ -> List.of(new CorrectedOnTheSpot(c.caseId(), c.correction(), c.by(), c.at()));
            case InHand _, CaseState.Decided _ -> throw wrongStage(state, c);
        };
    }

    static List<CaseEvent> requestSupplement(CaseState state, RequestSupplement c, WorkingDayCalendar calendar) {
        var id = c.caseId();
        var received = Stages.received(state, c);
        refuseIf(received.notice() != Notice.NONE, new SupplementRequestedBefore(id));
        refuseIf(c.missing().stream().allMatch(String::isBlank), new NothingMissing(id));
        refuseIf(c.within().value() <= 0, new DaysNotPositive(id, c.within().value()));
        mustNotBeDeemed(received, c);
        var due = calendar.deadline(c.at(), c.within());
        return List.of(new SupplementRequested(id, c.missing(), c.noticeNumber(), due, c.by(), c.at()));
    }

    static List<CaseEvent> supplement(CaseState state, Supplement c) {
        var received = Stages.received(state, c);
        refuseIf(received.notice() != Notice.OPEN, notNow(c, received.stage()));
        return List.of(new CaseSupplemented(c.caseId(), c.materials(), c.by(), c.at()));
    }

    static List<CaseEvent> accept(CaseState state, Accept c, WorkingDayCalendar calendar) {
        var received = Stages.received(state, c);
        refuseIf(received.notice() == Notice.OPEN, notNow(c, received.stage()));
        mustNotBeDeemed(received, c);
        var item = received.matter().item();
        return List.of(new CaseAccepted(
                c.caseId(),
                c.documentNumber(),
                calendar.deadline(c.at(), item.promisedLimit()),
                legal(calendar, c.at(), item),
                c.by(),
                c.at()));
    }

    static List<CaseEvent> refuseAcceptance(CaseState state, RefuseAcceptance c) {
        switch (Stages.running(state, c)) {
            case Applied _ -> {}
            case Received received -> mustNotBeDeemed(received, c);
            case InHand _, CaseState.Decided _ -> throw wrongStage(state, c);
        }
        mustSayWhy(c, c.reasons());
        return List.of(new AcceptanceRefused(c.caseId(), c.documentNumber(), c.reasons(), c.by(), c.at()));
    }

    /** Repeating the command on a case that is already deemed accepted yields no event. */
    static List<CaseEvent> deemAccepted(CaseState state, DeemAccepted c, WorkingDayCalendar calendar) {
        if (state instanceof InHand inHand && inHand.deemed()) {
            return List.of();
        }
        var received = Stages.received(state, c);
        refuseIf(received.notice() != Notice.NONE, new SupplementRequestedBefore(c.caseId()));
        refuseIf(
                !Reckoning.isPast(received.acceptanceDue(), c.at()),
                new NotYetDeemed(c.caseId(), received.acceptanceDue()));
        var item = received.matter().item();
        var since = received.receivedAt();
        return List.of(new CaseDeemedAccepted(
                c.caseId(),
                since,
                calendar.deadline(since, item.promisedLimit()),
                legal(calendar, since, item),
                c.by(),
                c.at()));
    }

    private static @Nullable Deadline legal(WorkingDayCalendar calendar, Instant start, ItemInForce item) {
        var limit = item.legalLimit();
        return limit == null ? null : calendar.deadline(start, limit);
    }

    /**
     * If the notice period has passed without a notice, the law accepts the case. Nobody can accept it later or refuse
     * it.
     */
    private static void mustNotBeDeemed(Received received, CaseCommand c) {
        refuseIf(isDeemed(received, c.at()), new NoticeTooLate(c.caseId(), received.acceptanceDue()));
    }

    private static boolean isDeemed(Received received, Instant now) {
        return received.notice() == Notice.NONE && Reckoning.isPast(received.acceptanceDue(), now);
    }
}
