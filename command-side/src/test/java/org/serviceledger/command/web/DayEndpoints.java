package org.serviceledger.command.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every command on a day of a window or of a member of staff. */
final class DayEndpoints {

    private static final String DAY = TickingClock.DAY;

    private final TestHall hall;

    DayEndpoints(TestHall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return Stream.of(windowDays(), staffDays()).flatMap(List::stream).toList();
    }

    private List<Endpoint> windowDays() {
        return List.of(
                onWindowDay("open", this::closedWindow, "{}"),
                onWindowDay("pause", this::openWindow, "{\"reason\":\"取件\",\"signShown\":true}", "reason", "signShown")
                        .notAfter(this::closedWindow),
                onWindowDay("resume", this::pausedWindow, "{}").notAfter(this::openWindow),
                onWindowDay("close", this::openWindow, "{}").notAfter(this::closedWindow),
                onWindowDay("extra-hours", this::openWindow, "{\"kind\":\"NOON\"}", "kind")
                        .repeatable());
    }

    private List<Endpoint> staffDays() {
        return List.of(
                onStaffDay("roster", this::offRota, "{}"),
                onStaffDay("check-in", this::onRota, "{\"deviceTime\":\"2026-07-01T09:29:59+08:00\"}")
                        .notAfter(this::offRota),
                onStaffDay("check-out", this::checkedIn, "{}").notAfter(this::onRota),
                onStaffDay(
                                "leave",
                                this::onRota,
                                "{\"kind\":\"SICK\",\"from\":\"11:00\",\"to\":\"12:00\",\"reason\":\"就医\"}",
                                "kind",
                                "from",
                                "to",
                                "reason")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "hand-over",
                                this::onRota,
                                "{\"to\":\"1003\",\"from\":\"10:00\",\"until\":\"11:00\"}",
                                "to",
                                "from",
                                "until")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "absence",
                                this::onRota,
                                "{\"from\":\"09:00\",\"to\":\"09:20\",\"covered\":false,\"note\":\"无人\"}",
                                "from",
                                "to",
                                "covered",
                                "note")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "inspect",
                                this::onRota,
                                "{\"uniform\":true,\"badge\":true,\"atPost\":true,\"note\":\"良好\"}",
                                "uniform",
                                "badge",
                                "atPost")
                        .repeatable()
                        .notAfter(this::offRota));
    }

    private Endpoint onWindowDay(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of(
                        "/api/window-days/{windowId}/{date}/" + action,
                        () -> ready.get() + "/" + action,
                        body,
                        required)
                .unknown("/api/window-days/320623001-97/%s/%s".formatted(DAY, action))
                .misshapen("/api/window-days/320623001-97/2026-02-30/" + action);
    }

    private Endpoint onStaffDay(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of(
                        "/api/staff-days/{staffNumber}/{date}/" + action,
                        () -> ready.get() + "/" + action,
                        body,
                        required)
                .unknown("/api/staff-days/404/%s/%s".formatted(DAY, action))
                .misshapen("/api/staff-days/1001/today/" + action);
    }

    private String closedWindow() {
        return "/api/window-days/%s/%s".formatted(hall.newWindow(), DAY);
    }

    private String openWindow() {
        return hall.after(closedWindow(), TestUser.CLERK, "open", "{}");
    }

    private String pausedWindow() {
        return hall.after(openWindow(), TestUser.CLERK, "pause", "{\"reason\":\"取件\",\"signShown\":true}");
    }

    private String offRota() {
        return "/api/staff-days/%s/%s".formatted(hall.newStaff(), DAY);
    }

    private String onRota() {
        return hall.after(offRota(), TestUser.MANAGER, "roster", "{}");
    }

    private String checkedIn() {
        return hall.after(onRota(), TestUser.MANAGER, "check-in", "{}");
    }
}
