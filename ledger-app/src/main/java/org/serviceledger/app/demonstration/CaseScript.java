package org.serviceledger.app.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.ApplyBuilder;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemDetails.Material;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.app.demonstration.Presence.Day;
import org.serviceledger.app.demonstration.StaffedHall.Window;
import org.serviceledger.words.Language;

/** Generates the commands of one case. Its clock advances only within service hours. */
final class CaseScript {

    static final String REMEDIES = "可在收到决定之日起60日内申请行政复议，或在六个月内提起行政诉讼";

    private final CaseId id;
    private final StaffedHall hall;
    private final Window window;
    private final Item item;
    private final Applicant applicant;
    private final Presence attendance;
    private final DemonstratedDays period;
    private final List<LedgerCommand> commands = new ArrayList<>();
    private LocalDateTime time;

    CaseScript(
            CaseId id,
            StaffedHall hall,
            Window window,
            Item item,
            Applicant applicant,
            LocalDateTime begin,
            Presence attendance,
            DemonstratedDays period) {
        this.id = id;
        this.hall = hall;
        this.window = window;
        this.item = item;
        this.applicant = applicant;
        this.attendance = attendance;
        this.period = period;
        this.time = attended(begin);
    }

    List<LedgerCommand> commands() {
        return commands;
    }

    CaseId id() {
        return id;
    }

    Item item() {
        return item;
    }

    StaffedHall hall() {
        return hall;
    }

    Window window() {
        return window;
    }

    Applicant applicant() {
        return applicant;
    }

    LocalDateTime time() {
        return time;
    }

    Instant now() {
        return DemonstratedDays.at(time);
    }

    CaseScript after(int minutes) {
        if (!period.isOver(time)) {
            time = attended(period.later(time, minutes));
        }
        return this;
    }

    /** Advances by working days to this time of day; if that is in the past, by a few minutes instead. */
    CaseScript afterDays(int workingDays, LocalTime clock) {
        if (!period.isOver(time)) {
            var then = period.plusWorkingDays(time.toLocalDate(), workingDays).atTime(clock);
            time = attended(then.isAfter(time) ? then : period.later(time, 7));
        }
        return this;
    }

    /** Returns the first moment from this one on at which the window is staffed: nothing happens at an empty window. */
    private LocalDateTime attended(LocalDateTime from) {
        if (period.isOver(from)) {
            return from;
        }
        var clock = from.toLocalTime();
        return switch (attendance.of(window.a(), from.toLocalDate())) {
            case Day.OnLeave _ -> from;
            case Day.Missing _ -> attended(morningAfter(from));
            case Day.Present(var in, var noonOut, var noonIn, var out) -> {
                if (!clock.isAfter(in)) {
                    yield from.with(in).plusMinutes(2);
                }
                if (clock.isAfter(noonOut) && !clock.isAfter(noonIn)) {
                    yield from.with(noonIn).plusMinutes(2);
                }
                yield clock.isBefore(out) ? from : attended(morningAfter(from));
            }
        };
    }

    private LocalDateTime morningAfter(LocalDateTime time) {
        return period.nextWorkingDay(time.toLocalDate()).atTime(8, 50);
    }

    CaseScript on(LocalDate day, LocalTime clock) {
        time = day.atTime(clock);
        return this;
    }

    /** The person who serves at the window now. */
    Actor clerk() {
        return attendance.serving(hall, window, time.toLocalDate());
    }

    CaseScript applied(Channel channel, boolean zeroMaterial, boolean agent) {
        var materials = zeroMaterial
                ? List.<String>of()
                : item.details().materials().stream().map(Material::name).toList();
        return add(ApplyBuilder.builder()
                .caseId(id)
                .itemId(item.id())
                .applicant(applicant)
                .channel(channel)
                .organization(hall.id())
                .window(window.id())
                .title(item.details().name())
                .materials(materials)
                .zeroMaterial(zeroMaterial)
                .agent(agent)
                .progressCode("%06d".formatted(Math.floorMod(id.hashCode() * 31L + 7, 1_000_000L)))
                .by(Actor.applicant(applicant.name()))
                .at(now())
                .build());
    }

    CaseScript firstAsked() {
        return add(new CaseCommand.RecordFirstAsked(id, clerk().as(ActorRole.FIRST_ASKED), now()));
    }

    CaseScript received() {
        return add(new CaseCommand.Receive(id, "收-" + id.number(), clerk(), now()));
    }

    CaseScript corrected(String correction) {
        return add(new CaseCommand.CorrectOnTheSpot(id, correction, clerk(), now()));
    }

    CaseScript supplementRequested(List<String> missing) {
        return add(new CaseCommand.RequestSupplement(
                id, missing, "补-" + id.number(), TimeLimit.workingDays(5), clerk(), now()));
    }

    CaseScript supplemented(List<String> materials) {
        return add(new CaseCommand.Supplement(id, materials, Actor.applicant(applicant.name()), now()));
    }

    CaseScript accepted() {
        return add(new CaseCommand.Accept(id, "受-" + id.number(), clerk(), now()));
    }

    CaseScript acceptanceRefused(String reasons) {
        return add(new CaseCommand.RefuseAcceptance(id, "不受-" + id.number(), reasons, clerk(), now()));
    }

    CaseScript deemedAccepted() {
        return add(new CaseCommand.DeemAccepted(id, Actor.system(), now()));
    }

    CaseScript routed() {
        return add(new CaseCommand.Route(id, List.of(item.details().department()), false, clerk(), now()));
    }

    CaseScript stepStarted(String step) {
        var kind = kind(step);
        var limit = kind == StepKind.HANDLE ? TimeLimit.workingDays(Math.max(1, item.promisedDays() * 2 / 3)) : null;
        return add(new CaseCommand.StartStep(id, step, kind, limit, hand(kind), now()));
    }

    CaseScript stepFinished(String step, String opinion) {
        return add(new CaseCommand.FinishStep(id, step, StepOutcome.PASSED, opinion, hand(kind(step)), now()));
    }

    CaseScript specialStarted(SpecialProcedure procedure, int days) {
        return add(new CaseCommand.StartSpecialProcedure(
                id,
                procedure,
                days,
                "依法需要" + procedure.term(Language.CHINESE),
                "特-" + id.number(),
                hand(StepKind.HANDLE),
                now()));
    }

    CaseScript specialEnded(String result) {
        return add(new CaseCommand.EndSpecialProcedure(id, result, hand(StepKind.HANDLE), now()));
    }

    CaseScript suspended(String reason) {
        return add(new CaseCommand.Suspend(id, reason, hand(StepKind.APPROVE), now()));
    }

    CaseScript resumed() {
        return add(new CaseCommand.Resume(id, hand(StepKind.APPROVE), now()));
    }

    CaseScript extended(int days, String reason) {
        return add(new CaseCommand.Extend(
                id, days, reason, hall.approver().at(null).as(ActorRole.CHIEF_LEADER), now()));
    }

    CaseScript granted() {
        var by = item.isInstant() ? clerk() : hand(StepKind.APPROVE);
        return add(new CaseCommand.Grant(id, "准-" + id.number(), "符合条件，准予办理", by, now()));
    }

    CaseScript denied(String reasons) {
        return add(new CaseCommand.Deny(id, "否-" + id.number(), reasons, REMEDIES, hand(StepKind.APPROVE), now()));
    }

    CaseScript finished(@Nullable String lateReason) {
        return add(new CaseCommand.Finish(id, lateReason, clerk(), now()));
    }

    CaseScript issued() {
        var name = Objects.requireNonNullElse(item.details().resultName(), "办理结果");
        return add(new CaseCommand.IssueResult(id, name, "证-" + id.number(), clerk(), now()));
    }

    CaseScript delivered(String method) {
        return add(new CaseCommand.Deliver(id, method, applicant.name(), clerk(), now()));
    }

    CaseScript withdrawn(String reason) {
        return add(new CaseCommand.Withdraw(id, reason, Actor.applicant(applicant.name()), now()));
    }

    CaseScript terminated(String reason) {
        return add(new CaseCommand.Terminate(id, reason, clerk(), now()));
    }

    CaseScript add(LedgerCommand command) {
        commands.add(command);
        return this;
    }

    private static StepKind kind(String step) {
        return switch (step) {
            case Item.HANDLE -> StepKind.HANDLE;
            case Item.REVIEW -> StepKind.REVIEW;
            case Item.APPROVE -> StepKind.APPROVE;
            default -> throw new IllegalArgumentException("no item has a step " + step);
        };
    }

    /** The person who takes the step: handling, review and approval are in different hands. */
    private Actor hand(StepKind kind) {
        return switch (kind) {
            case HANDLE -> clerk().as(ActorRole.HANDLER);
            case REVIEW -> hall.reviewer().at(null).as(ActorRole.REVIEWER);
            case APPROVE -> hall.approver().at(null).as(ActorRole.APPROVER);
        };
    }
}
