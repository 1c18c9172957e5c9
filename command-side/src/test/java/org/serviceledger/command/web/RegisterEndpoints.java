package org.serviceledger.command.web;

import static org.serviceledger.command.web.TestHall.next;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Every command on master data: organisations, windows, staff, items and the calendar. */
final class RegisterEndpoints {

    private final TestHall hall;

    RegisterEndpoints(TestHall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return Stream.of(organizations(), items()).flatMap(List::stream).toList();
    }

    private List<Endpoint> organizations() {
        return List.of(
                Endpoint.of(
                        "/api/organizations",
                        () -> "/api/organizations",
                        TestHall.organization("320623777", "TOWN_CENTRE"),
                        "organizationId",
                        "name",
                        "kind"),
                onOrganization(
                        "service-hours",
                        "{\"shifts\":[{\"name\":\"上午\",\"start\":\"08:30\",\"end\":\"12:00\"}],\"graceMinutes\":5}",
                        "shifts"),
                onOrganization(
                        "survey",
                        "{\"areaSquareMetres\":300,\"zones\":[\"等候区\"],\"windows\":6,\"equipment\":[\"叫号机\"]}",
                        "areaSquareMetres",
                        "zones",
                        "windows",
                        "equipment"),
                onOrganization(
                        "leaders",
                        "{\"post\":\"CHIEF\",\"leader\":{\"person\":\"p1\",\"name\":\"张某\"},\"from\":\"2026-01-01\"}",
                        "post",
                        "leader",
                        "from"),
                Endpoint.of(
                        "/api/windows",
                        () -> "/api/windows",
                        TestHall.window("window-320623001-98"),
                        "windowId",
                        "name",
                        "kind"),
                Endpoint.of(
                                "/api/windows/{id}/retire",
                                () -> "/api/windows/" + hall.newWindow() + "/retire",
                                "{\"reason\":\"合并\"}",
                                "reason")
                        .unknown("/api/windows/320623001-99/retire")
                        .misshapen("/api/windows/320623001-1/retire"),
                Endpoint.of(
                        "/api/staff",
                        () -> "/api/staff",
                        TestHall.staff("7777", "320623001"),
                        "staffId",
                        "name",
                        "organization",
                        "post",
                        "role"),
                Endpoint.of(
                                "/api/staff/{number}/assign",
                                () -> "/api/staff/" + hall.newStaff() + "/assign",
                                "{\"window\":\"%s\",\"duty\":\"B\",\"partner\":\"staff-1001\",\"from\":\"2026-01-01\"}"
                                        .formatted(TestHall.WINDOW),
                                "window",
                                "duty",
                                "from")
                        .repeatable()
                        .unknown("/api/staff/404/assign")
                        .misshapen("/api/staff/-4/assign"),
                Endpoint.of(
                                "/api/staff/{number}/leave",
                                () -> "/api/staff/" + hall.newStaff() + "/leave",
                                "{\"last\":\"2026-06-30\"}",
                                "last")
                        .unknown("/api/staff/404/leave")
                        .misshapen("/api/staff/-4/leave"));
    }

    private List<Endpoint> items() {
        return List.of(
                Endpoint.of(
                        "/api/items",
                        () -> "/api/items",
                        "{\"itemId\":\"item-YL777\",\"details\":%s}".formatted(TestHall.details(5)),
                        "itemId",
                        "details"),
                onItem("revise", this::newItem, "{\"details\":%s}".formatted(TestHall.details(4)), "details")
                        .repeatable()
                        .notAfter(this::suspendedItem),
                onItem("suspend", this::newItem, "{\"reason\":\"系统升级\"}", "reason")
                        .notAfter(this::suspendedItem),
                onItem("resume", this::suspendedItem, "{}").notAfter(this::newItem),
                onItem("cancel", this::newItem, "{\"reason\":\"取消\"}", "reason"),
                Endpoint.of(
                                "/api/calendars/{year}",
                                () -> "/api/calendars/2027",
                                "{\"off\":{\"2027-01-01\":\"元旦\"},\"work\":{},\"source\":\"演示\"}",
                                "off",
                                "work",
                                "source")
                        .by(HttpMethod.PUT)
                        .repeatable()
                        .misshapen("/api/calendars/MMXXVII"));
    }

    private Endpoint onOrganization(String action, String body, String... required) {
        return Endpoint.of(
                        "/api/organizations/{id}/" + action,
                        () -> "/api/organizations/320623002/" + action,
                        body,
                        required)
                .repeatable()
                .unknown("/api/organizations/320623999/" + action)
                .misshapen("/api/organizations/3206/" + action);
    }

    private Endpoint onItem(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/items/{id}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/items/NOSUCHITEM/" + action)
                .misshapen("/api/items/a.b/" + action);
    }

    private String newItem() {
        var id = "item-YL" + next() + "X";
        hall.must(
                TestUser.ADMIN, "/api/items", "{\"itemId\":\"%s\",\"details\":%s}".formatted(id, TestHall.details(5)));
        return "/api/items/" + id;
    }

    private String suspendedItem() {
        return hall.after(newItem(), TestUser.ADMIN, "suspend", "{\"reason\":\"系统升级\"}");
    }
}
