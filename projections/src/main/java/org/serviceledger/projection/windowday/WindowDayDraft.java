package org.serviceledger.projection.windowday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.projection.windowday.WindowDayDocument.Stretch;

/** A window-day document under construction while an event is folded in. */
final class WindowDayDraft {

    private final WindowDayId windowDayId;
    private WindowActivity state = WindowActivity.CLOSED;
    private Instant since;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;
    private Actor.Person person;
    private List<Actor.Person> people = List.of();
    private List<Stretch> stretches = List.of();
    private List<ExtraService> extraServices = List.of();
    private long openMinutes;
    private long pausedMinutes;
    private int pauses;
    private int pausesWithoutSign;

    private WindowDayDraft(WindowDayDocument document) {
        windowDayId = document.windowDayId();
        state = document.state();
        since = document.since();
        openedAt = document.openedAt();
        closedAt = document.closedAt();
        person = document.person();
        people = document.people();
        stretches = document.stretches();
        extraServices = document.extraServices();
        openMinutes = document.openMinutes();
        pausedMinutes = document.pausedMinutes();
        pauses = document.pauses();
        pausesWithoutSign = document.pausesWithoutSign();
    }

    private WindowDayDraft(WindowDayEvent event) {
        windowDayId = event.windowDayId();
        since = event.occurredAt();
        person = person(event);
    }

    static WindowDayDraft of(@Nullable WindowDayDocument document, WindowDayEvent event) {
        return document == null ? new WindowDayDraft(event) : new WindowDayDraft(document);
    }

    WindowDayDocument after(WindowDayEvent event, long position) {
        people = with(people, person(event));
        switch (event) {
            case WindowDayEvent.WindowOpened opened -> {
                openedAt = openedAt == null ? opened.occurredAt() : openedAt;
                closedAt = null;
                person = person(opened);
                turn(WindowActivity.OPEN, opened, null, null);
            }
            case WindowDayEvent.WindowPaused paused -> {
                pauses++;
                pausesWithoutSign += paused.signShown() ? 0 : 1;
                turn(WindowActivity.PAUSED, paused, paused.reason(), paused.signShown());
            }
            case WindowDayEvent.WindowResumed resumed -> {
                person = person(resumed);
                turn(WindowActivity.OPEN, resumed, null, null);
            }
            case WindowDayEvent.WindowClosed closed -> {
                closedAt = closed.occurredAt();
                turn(WindowActivity.CLOSED, closed, null, null);
            }
            case WindowDayEvent.ExtraHoursServed extra -> extraServices = with(extraServices, extra.kind());
        }
        return toDocument(position);
    }

    /** Ends the running stretch and begins the next one. A closed window has no stretch. */
    private void turn(WindowActivity to, WindowDayEvent event, @Nullable String reason, @Nullable Boolean signShown) {
        var at = event.occurredAt();
        var changed = new ArrayList<>(stretches);
        if (!changed.isEmpty() && changed.getLast().until() == null) {
            var last = changed.removeLast();
            changed.add(new Stretch(last.state(), last.from(), at, last.reason(), last.signShown(), last.by()));
            count(last, at);
        }
        switch (to) {
            case OPEN, PAUSED -> changed.add(new Stretch(to, at, null, reason, signShown, person(event)));
            case CLOSED -> {}
        }
        stretches = changed;
        state = to;
        since = at;
    }

    private void count(Stretch ended, Instant at) {
        var minutes = Duration.between(ended.from(), at).toMinutes();
        switch (ended.state()) {
            case OPEN -> openMinutes += minutes;
            case PAUSED -> pausedMinutes += minutes;
            case CLOSED -> {}
        }
    }

    private static Actor.Person person(WindowDayEvent event) {
        return new Actor.Person(event.by().person(), event.by().name());
    }

    private static <T> List<T> with(List<T> list, T element) {
        if (list.contains(element)) {
            return list;
        }
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private WindowDayDocument toDocument(long position) {
        return new WindowDayDocument(
                windowDayId,
                windowDayId.window(),
                windowDayId.window().organization(),
                windowDayId.window().organization().path(),
                windowDayId.date(),
                state,
                since,
                openedAt,
                closedAt,
                person,
                people,
                stretches,
                extraServices,
                openMinutes,
                pausedMinutes,
                pauses,
                pausesWithoutSign,
                position);
    }
}
