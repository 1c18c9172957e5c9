package org.serviceledger.projection.windowday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.projection.windowday.WindowDayDocument.Stretch;

/** Folds one event into a window-day document. */
final class WindowDayFold {

    private final WindowDayDocumentBuilder next;

    private WindowDayFold(WindowDayDocumentBuilder next) {
        this.next = next;
    }

    /** Returns a fold from the document, or from a closed window if there is none. */
    static WindowDayFold of(@Nullable WindowDayDocument document, WindowDayEvent event) {
        return new WindowDayFold(document == null ? closed(event) : WindowDayDocumentBuilder.builder(document));
    }

    private static WindowDayDocumentBuilder closed(WindowDayEvent event) {
        var id = event.windowDayId();
        return WindowDayDocumentBuilder.builder()
                .windowDayId(id)
                .window(id.window())
                .organization(id.window().organization())
                .organizationPath(id.window().organization().path())
                .date(id.date())
                .state(WindowActivity.CLOSED)
                .since(event.occurredAt())
                .person(person(event))
                .people(List.of())
                .stretches(List.of())
                .extraServices(List.of());
    }

    WindowDayDocument after(WindowDayEvent event, long position) {
        next.people(with(next.people(), person(event)));
        switch (event) {
            case WindowDayEvent.WindowOpened opened -> {
                next.openedAt(next.openedAt() == null ? opened.occurredAt() : next.openedAt())
                        .closedAt(null)
                        .person(person(opened));
                turn(WindowActivity.OPEN, opened, null, null);
            }
            case WindowDayEvent.WindowPaused paused -> {
                next.pauses(next.pauses() + 1)
                        .pausesWithoutSign(next.pausesWithoutSign() + (paused.signShown() ? 0 : 1));
                turn(WindowActivity.PAUSED, paused, paused.reason(), paused.signShown());
            }
            case WindowDayEvent.WindowResumed resumed -> {
                next.person(person(resumed));
                turn(WindowActivity.OPEN, resumed, null, null);
            }
            case WindowDayEvent.WindowClosed closed -> {
                next.closedAt(closed.occurredAt());
                turn(WindowActivity.CLOSED, closed, null, null);
            }
            case WindowDayEvent.ExtraHoursServed extra -> next.extraServices(with(next.extraServices(), extra.kind()));
        }
        return next.position(position).build();
    }

    /** Ends the running stretch and begins the next one. A closed window has no stretch. */
    private void turn(WindowActivity to, WindowDayEvent event, @Nullable String reason, @Nullable Boolean signShown) {
        var at = event.occurredAt();
        var changed = new ArrayList<>(next.stretches());
        if (!changed.isEmpty() && changed.getLast().until() == null) {
            var last = changed.removeLast();
            changed.add(new Stretch(last.state(), last.from(), at, last.reason(), last.signShown(), last.by()));
            count(last, at);
        }
        switch (to) {
            case OPEN, PAUSED -> changed.add(new Stretch(to, at, null, reason, signShown, person(event)));
            case CLOSED -> {}
        }
        next.stretches(changed).state(to).since(at);
    }

    private void count(Stretch ended, Instant at) {
        var minutes = Duration.between(ended.from(), at).toMinutes();
        switch (ended.state()) {
            case OPEN -> next.openMinutes(next.openMinutes() + minutes);
            case PAUSED -> next.pausedMinutes(next.pausedMinutes() + minutes);
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
}
