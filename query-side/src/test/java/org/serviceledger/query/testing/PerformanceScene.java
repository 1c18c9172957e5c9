package org.serviceledger.query.testing;

import static org.serviceledger.query.testing.History.at;
import static org.serviceledger.query.testing.History.due;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.EvaluationEvents;

/** A dozen cases of one hall, one with each outcome: few enough to count by hand. */
public final class PerformanceScene {

    public static final OrganizationId HALL = OrganizationId.ofCode("320623114");
    public static final StaffId P = StaffId.ofNumber("P1");
    public static final StaffId Q = StaffId.ofNumber("Q1");

    private static final int PROMISED = 5;
    private static final int LEGAL = 20;
    private static final WindowId WINDOW = WindowId.of(HALL, 1);

    private final ShownLedger ledger;

    private PerformanceScene(ShownLedger ledger) {
        this.ledger = ledger;
    }

    static void tell(ShownLedger ledger) {
        History.hall(ledger, HALL, "袁庄镇为民服务中心", OrganizationKind.TOWN_CENTRE, History.COUNTY);
        var scene = new PerformanceScene(ledger);
        scene.finished();
        scene.running();
        scene.neverDecided();
        scene.imported();
    }

    private void finished() {
        var early = accepted("01", "2026-11-02", P, true);
        granted(early, P, "2026-11-03", 1, 24, Timeliness.EARLY);
        rated(early, P, RatingLevel.SATISFIED, "2026-11-04");

        var onTime = accepted("02", "2026-11-02", P, true);
        denied(onTime, P, "2026-11-09", 5, 168);
        rated(onTime, P, RatingLevel.DISSATISFIED, "2026-11-10");

        var late = accepted("03", "2026-11-03", Q, true);
        granted(late, Q, "2026-11-12", 7, 216, Timeliness.LATE);
        rated(late, Q, RatingLevel.VERY_DISSATISFIED, "2026-11-13");
        excluded(late);

        var ofOctober = accepted("04", "2026-10-30", Q, false);
        granted(ofOctober, Q, "2026-11-04", 3, 120, Timeliness.EARLY);
    }

    private void running() {
        accepted("05", "2026-11-04", Q, true);
        accepted("06", "2026-11-13", Q, true);
        accepted("10", "2026-10-09", Q, true);
        var stopped = accepted("11", "2026-11-02", Q, true);
        ledger.append(CaseEvents.suspended()
                .of(stopped)
                .reason("等待材料")
                .by(by(Q))
                .at(at("2026-11-03", "09:00"))
                .event());
    }

    private void neverDecided() {
        var refused = received("07", "2026-11-05", true);
        ledger.append(CaseEvents.acceptanceRefused()
                .of(refused)
                .documentNumber("B-7")
                .reasons("不属于本机关")
                .by(by(Q))
                .at(at("2026-11-06", "09:00"))
                .event());
        var withdrawn = accepted("08", "2026-11-05", Q, true);
        ledger.append(CaseEvents.withdrawn()
                .of(withdrawn)
                .by(by(Q))
                .at(at("2026-11-06", "09:00"))
                .event());
        var terminated = accepted("09", "2026-11-06", Q, true);
        ledger.append(CaseEvents.terminated()
                .of(terminated)
                .reason("死亡")
                .by(by(Q))
                .at(at("2026-11-10", "09:00"))
                .event());
    }

    private void imported() {
        var resource = new Actor("R1", "R1", ActorRole.RESOURCE, null, null, null, "Group 9", null);
        var began = at("2026-11-01", "09:00");
        ledger.append(CaseEvents.imported()
                .of(id("12"))
                .provenance(new Provenance(ImportId.ofDigest("1".repeat(64)), "XES 1.0", "other.xes", "12"))
                .title("12")
                .department(null)
                .channel(null)
                .responsible("R1")
                .startedAt(began)
                .endedAt(at("2026-11-05", "09:00"))
                .dueAt(at("2026-11-03", "09:00"))
                .attributes(List.of())
                .organization(HALL)
                .by(resource)
                .at(began)
                .event());
    }

    private static CaseId id(String number) {
        return CaseId.ofNumber("320623114-" + number);
    }

    private CaseId received(String number, String day, boolean withLegalLimit) {
        var id = id(number);
        var item = History.inForce(
                History.LICENCE, "个体工商户营业执照办理", PROMISED, withLegalLimit ? TimeLimit.workingDays(LEGAL) : null);
        ledger.append(History.applied(id, HALL, WINDOW, item, "营业执照", at(day, "09:00")));
        ledger.append(CaseEvents.received()
                .of(id)
                .receiptNumber("S")
                .acceptanceDue(due(at(day, "09:00"), 5))
                .by(by(Q))
                .at(at(day, "09:05"))
                .event());
        return id;
    }

    private CaseId accepted(String number, String day, StaffId by, boolean withLegalLimit) {
        var id = received(number, day, withLegalLimit);
        var at = at(day, "09:10");
        ledger.append(CaseEvents.accepted()
                .of(id)
                .documentNumber("A")
                .promised(due(at, PROMISED))
                .legal(withLegalLimit ? due(at, LEGAL) : null)
                .by(by(by))
                .at(at)
                .event());
        return id;
    }

    private void granted(CaseId id, StaffId by, String day, int workingDays, int hours, Timeliness timeliness) {
        ledger.append(CaseEvents.granted()
                .of(id)
                .documentNumber("D")
                .chain(chain(by))
                .by(by(by))
                .at(at(day, "15:00"))
                .event());
        finish(id, CaseResult.GRANTED, by, day, new TimeUsed(workingDays, hours * 3600L), timeliness);
    }

    private void denied(CaseId id, StaffId by, String day, int workingDays, int hours) {
        ledger.append(CaseEvents.denied()
                .of(id)
                .documentNumber("D")
                .remedies("可复议")
                .chain(chain(by))
                .by(by(by))
                .at(at(day, "15:00"))
                .event());
        finish(id, CaseResult.DENIED, by, day, new TimeUsed(workingDays, hours * 3600L), Timeliness.ON_TIME);
    }

    private void finish(CaseId id, CaseResult result, StaffId by, String day, TimeUsed used, Timeliness timeliness) {
        @Nullable String reason = timeliness == Timeliness.LATE ? "人手不足" : null;
        var overdue = timeliness == Timeliness.LATE ? 2 : 0;
        ledger.append(CaseEvents.finished()
                .of(id)
                .result(result)
                .used(used)
                .timeliness(timeliness)
                .overdueWorkingDays(overdue)
                .lateReason(reason)
                .by(by(by))
                .at(at(day, "15:30"))
                .event());
    }

    private void rated(CaseId id, StaffId served, RatingLevel level, String day) {
        History.rated(ledger, id, HALL, by(served), level, at(day, "09:00"));
    }

    private void excluded(CaseId id) {
        Instant appealed = at("2026-11-14", "09:00");
        ledger.append(EvaluationEvents.ratingAppealed()
                .of(EvaluationId.of(id))
                .caseId(id)
                .by(by(Q))
                .at(appealed)
                .event());
        ledger.append(EvaluationEvents.ratingAppealDecided()
                .of(EvaluationId.of(id))
                .caseId(id)
                .excluded(true)
                .reasons("误评属实")
                .by(by(Q))
                .at(at("2026-11-16", "09:00"))
                .event());
    }

    private static DecisionChain chain(StaffId handler) {
        return new DecisionChain(by(handler), null, null);
    }

    private static Actor by(StaffId staff) {
        return History.staff(staff, staff.number(), ActorRole.HANDLER, WINDOW, HALL);
    }
}
