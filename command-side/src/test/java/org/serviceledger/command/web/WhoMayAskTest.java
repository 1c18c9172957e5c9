package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Users act in their own name, within their role and below their organisation. The ledger records who acted. */
@WebTest
final class WhoMayAskTest {

    private static final String RECEIVE = "{\"receiptNumber\":\"SJ1\"%s}";

    private final TestHall hall;
    private final EventStore events;

    @Autowired
    WhoMayAskTest(TestHall hall, EventStore events) {
        this.hall = hall.open();
        this.events = events;
    }

    @Test
    void aClerkActsInTheirOwnNameAsTheyAreOnThatDay() {
        var path = hall.applied();
        hall.must(TestUser.CLERK, path + "/receive", RECEIVE.formatted(""));

        assertThat(lastActor(path))
                .isEqualTo(new Actor(
                        "staff-1001",
                        "工1001",
                        ActorRole.CLERK,
                        "综合岗",
                        new WindowId(TestHall.WINDOW),
                        OrganizationId.ofCode("320623001"),
                        null,
                        null));
    }

    @Test
    void whoStandsInForAnotherSitsAtTheirWindow() {
        var path = hall.applied();
        hall.must(
                TestUser.MANAGER,
                path + "/receive",
                RECEIVE.formatted(",\"by\":{\"person\":\"1003\",\"onBehalfOf\":\"staff-1001\"}"));

        var by = lastActor(path);
        assertThat(by.person()).isEqualTo("staff-1003");
        assertThat(by.onBehalfOf()).isEqualTo(new Actor.Person("staff-1001", "工1001"));
        assertThat(by.window()).isEqualTo(new WindowId(TestHall.WINDOW));
    }

    @Test
    void theOneWhoAskedIsKeptBesideTheOneWhoActed() {
        var path = hall.applied();
        hall.must(TestUser.MANAGER, path + "/receive", RECEIVE.formatted(",\"by\":{\"person\":\"1001\"}"));

        var last = events.readEvents(path.substring("/api/cases/".length()))
                .asStream()
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last.getMetaData()).containsEntry("recordedBy", "manager").containsKey("occurredAt");
        assertThat(((CaseReceived) last.getPayload()).by().person()).isEqualTo("staff-1001");
    }

    @Test
    void aClerkSpeaksForNobodyElse() {
        forbidden(
                "access/own-name",
                TestUser.CLERK,
                hall.applied() + "/receive",
                RECEIVE.formatted(",\"by\":{\"person\":\"1003\"}"));
    }

    @Test
    void nobodyStandsInForThemselves() {
        var answer = hall.post(
                TestUser.CLERK, hall.applied() + "/receive", RECEIVE.formatted(",\"by\":{\"onBehalfOf\":\"1001\"}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("by.onBehalfOf");
    }

    @Test
    void nobodyStandsInForSomebodyWhoHasLeft() {
        var path = hall.applied();
        hall.must(TestUser.ADMIN, "/api/staff", TestHall.staff("1009", "320623001"));
        hall.must(TestUser.ADMIN, "/api/staff/1009/leave", "{\"last\":\"2026-06-30\"}");

        var answer =
                hall.post(TestUser.MANAGER, path + "/receive", RECEIVE.formatted(",\"by\":{\"onBehalfOf\":\"1009\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("by.onBehalfOf", "had left by 1 July 2026");
    }

    @Test
    void nobodyActsOutsideTheirOrganisation() {
        var path = hall.applied();
        forbidden("access/scope", TestUser.CLERK_ELSEWHERE, path + "/receive", RECEIVE.formatted(""));
        forbidden("access/scope", TestUser.CLERK_ELSEWHERE, "/api/cases", TestHall.application("X1"));
        forbidden(
                "access/scope",
                TestUser.CLERK_ELSEWHERE,
                "/api/window-days/%s/%s/open".formatted(TestHall.WINDOW, TickingClock.DAY),
                "{}");
        forbidden("access/scope", TestUser.MANAGER, "/api/staff", TestHall.staff("9001", "320623002"));
        forbidden("access/scope", TestUser.MANAGER, "/api/staff/2001/leave", "{\"last\":\"2026-06-30\"}");
        forbidden("access/scope", TestUser.MANAGER, "/api/organizations/320623/survey", """
                {"areaSquareMetres":1,"zones":[],"windows":1,"equipment":[]}""");
        forbidden(
                "access/scope",
                TestUser.MANAGER,
                hall.applied() + "/receive",
                RECEIVE.formatted(",\"by\":{\"person\":\"2001\"}"));
    }

    @Test
    void everyRoleHasItsOwnCommands() {
        var routed = hall.routed();
        forbidden("access/role", TestUser.ANALYST, routed + "/object", "{\"against\":\"x\",\"text\":\"y\"}");
        forbidden("access/role", TestUser.CLERK, routed + "/grant", "{\"documentNumber\":\"1\",\"opinion\":\"x\"}");
        forbidden("access/role", TestUser.CLERK, routed + "/extend", "{\"workingDays\":1,\"reason\":\"x\"}");
        forbidden("access/role", TestUser.CLERK, routed + "/start-step", "{\"step\":\"审核\",\"kind\":\"REVIEW\"}");
        forbidden("access/role", TestUser.CLERK, "/api/staff-days/1001/2026-07-01/roster", "{}");
        forbidden("access/own-day", TestUser.CLERK, "/api/staff-days/1003/2026-07-01/check-in", "{}");
        forbidden(
                "access/role",
                TestUser.MANAGER,
                "/api/organizations",
                TestHall.organization("320623001001", "VILLAGE_CENTRE"));
        forbidden("access/role", TestUser.MANAGER, "/api/items/" + TestHall.ITEM + "/cancel", "{\"reason\":\"x\"}");
        forbidden("access/role", TestUser.MANAGER, "/api/imports", "{}");
        forbidden("access/role", TestUser.SUPERVISOR, "/api/cases", TestHall.application("X2"));
    }

    @Test
    void anAdministratorOfATownDoesNotChangeTheListOfTheCounty() {
        var ofTown = TestUser.of("town", UserRole.ADMINISTRATOR, "320623001", null);
        forbidden("access/scope", ofTown, "/api/items/" + TestHall.ITEM + "/cancel", "{\"reason\":\"x\"}");
    }

    @Test
    void aClerkFinishesTheStepsTheyHandleAndNoOthers() {
        var reviewing =
                hall.after(hall.handled(), TestUser.APPROVER, "start-step", "{\"step\":\"审核\",\"kind\":\"REVIEW\"}");
        forbidden(
                "access/role",
                TestUser.CLERK,
                reviewing + "/finish-step",
                "{\"step\":\"审核\",\"outcome\":\"PASSED\",\"opinion\":\"x\"}");

        hall.must(
                TestUser.APPROVER,
                reviewing + "/finish-step",
                "{\"step\":\"审核\",\"outcome\":\"PASSED\",\"opinion\":\"x\"}");
        assertThat(lastActor(reviewing).role()).isEqualTo(ActorRole.REVIEWER);
    }

    @Test
    void strangersAreTurnedAway() {
        var answer = hall.ask(null, HttpMethod.POST, "/api/cases", new byte[0], "application/json", null);
        assertThat(answer.status()).isIn(401, 403);
    }

    private void forbidden(String rule, TestUser user, String path, String body) {
        var before = hall.size();
        var answer = hall.post(user, path, body);
        assertThat(List.of(answer.status(), answer.rule())).as(answer.text()).isEqualTo(List.of(403, rule));
        assertThat(hall.size()).isEqualTo(before);
    }

    private Actor lastActor(String path) {
        return events.readEvents(path.substring("/api/cases/".length()))
                .asStream()
                .map(Message::getPayload)
                .map(LedgerEvent.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow()
                .by();
    }
}
