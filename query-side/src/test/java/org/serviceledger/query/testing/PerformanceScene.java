package org.serviceledger.query.testing;

import static org.serviceledger.query.testing.History.at;
import static org.serviceledger.query.testing.History.due;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseSuspended;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealed;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;

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
        ledger.append(new CaseSuspended(stopped, "等待材料", by(Q), at("2026-11-03", "09:00")));
    }

    private void neverDecided() {
        var refused = received("07", "2026-11-05", true);
        ledger.append(new AcceptanceRefused(refused, "B-7", "不属于本机关", by(Q), at("2026-11-06", "09:00")));
        var withdrawn = accepted("08", "2026-11-05", Q, true);
        ledger.append(new CaseWithdrawn(withdrawn, "不办了", by(Q), at("2026-11-06", "09:00")));
        var terminated = accepted("09", "2026-11-06", Q, true);
        ledger.append(new CaseTerminated(terminated, "死亡", by(Q), at("2026-11-10", "09:00")));
    }

    private void imported() {
        var resource = new Actor("R1", "R1", ActorRole.RESOURCE, null, null, null, "Group 9", null);
        var began = at("2026-11-01", "09:00");
        ledger.append(new CaseImported(
                id("12"),
                new Provenance(ImportId.ofDigest("1".repeat(64)), "XES 1.0", "other.xes", "12"),
                "12",
                null,
                null,
                "R1",
                began,
                at("2026-11-05", "09:00"),
                at("2026-11-03", "09:00"),
                List.of(),
                HALL,
                resource,
                began));
    }

    private static CaseId id(String number) {
        return CaseId.ofNumber("320623114-" + number);
    }

    private CaseId received(String number, String day, boolean withLegalLimit) {
        var id = id(number);
        var item = History.inForce(
                History.LICENCE, "个体工商户营业执照办理", PROMISED, withLegalLimit ? TimeLimit.workingDays(LEGAL) : null);
        ledger.append(History.applied(id, HALL, WINDOW, item, "营业执照", at(day, "09:00")));
        ledger.append(new CaseReceived(id, "S", due(at(day, "09:00"), 5), by(Q), at(day, "09:05")));
        return id;
    }

    private CaseId accepted(String number, String day, StaffId by, boolean withLegalLimit) {
        var id = received(number, day, withLegalLimit);
        var at = at(day, "09:10");
        ledger.append(new CaseAccepted(id, "A", due(at, PROMISED), withLegalLimit ? due(at, LEGAL) : null, by(by), at));
        return id;
    }

    private void granted(CaseId id, StaffId by, String day, int workingDays, int hours, Timeliness timeliness) {
        ledger.append(new CaseGranted(id, "D", "准予", chain(by), by(by), at(day, "15:00")));
        finish(id, CaseResult.GRANTED, by, day, new TimeUsed(workingDays, hours * 3600L), timeliness);
    }

    private void denied(CaseId id, StaffId by, String day, int workingDays, int hours) {
        ledger.append(new CaseDenied(id, "D", "不符合条件", "可复议", chain(by), by(by), at(day, "15:00")));
        finish(id, CaseResult.DENIED, by, day, new TimeUsed(workingDays, hours * 3600L), Timeliness.ON_TIME);
    }

    private void finish(CaseId id, CaseResult result, StaffId by, String day, TimeUsed used, Timeliness timeliness) {
        @Nullable String reason = timeliness == Timeliness.LATE ? "人手不足" : null;
        var overdue = timeliness == Timeliness.LATE ? 2 : 0;
        ledger.append(new CaseFinished(id, result, used, timeliness, overdue, false, reason, by(by), at(day, "15:30")));
    }

    private void rated(CaseId id, StaffId served, RatingLevel level, String day) {
        History.rated(ledger, id, HALL, by(served), level, at(day, "09:00"));
    }

    private void excluded(CaseId id) {
        Instant appealed = at("2026-11-14", "09:00");
        ledger.append(new RatingAppealed(EvaluationId.of(id), id, "误评", by(Q), appealed));
        ledger.append(new RatingAppealDecided(EvaluationId.of(id), id, true, "误评属实", by(Q), at("2026-11-16", "09:00")));
    }

    private static DecisionChain chain(StaffId handler) {
        return new DecisionChain(by(handler), null, null);
    }

    private static Actor by(StaffId staff) {
        return History.staff(staff, staff.number(), ActorRole.HANDLER, WINDOW, HALL);
    }
}
