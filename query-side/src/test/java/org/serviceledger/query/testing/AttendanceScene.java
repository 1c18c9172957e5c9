package org.serviceledger.query.testing;

import static org.serviceledger.query.testing.History.at;

import java.time.LocalDate;
import java.time.LocalTime;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.fixtures.StaffDayEvents;

/** Two people of one hall in the first days of November: few enough days to sum by hand. */
public final class AttendanceScene {

    public static final OrganizationId HALL = OrganizationId.ofCode("320623109");
    public static final StaffId A = StaffId.ofNumber("A1");
    public static final StaffId B = StaffId.ofNumber("B1");

    private static final String MORNING = "上午";
    private static final String AFTERNOON = "下午";

    private final ShownLedger ledger;

    private AttendanceScene(ShownLedger ledger) {
        this.ledger = ledger;
    }

    static void tell(ShownLedger ledger) {
        History.hall(ledger, HALL, "曹埠镇为民服务中心", OrganizationKind.TOWN_CENTRE, History.COUNTY);
        var scene = new AttendanceScene(ledger);
        scene.lateAndEarly();
        scene.sickInTheMorning();
        scene.awayAllDay();
        scene.awayForAnAfternoon();
        scene.rostered(A, "2026-11-23");
    }

    private void lateAndEarly() {
        var day = rostered(A, "2026-11-02");
        in(day, MORNING, "08:25", 0);
        out(day, MORNING, "12:00", 0, 215);
        in(day, AFTERNOON, "14:10", 10);
        out(day, AFTERNOON, "17:20", 10, 190);
    }

    private void sickInTheMorning() {
        var day = rostered(A, "2026-11-03");
        leave(day, LeaveKind.SICK, "08:30", "12:00");
        in(day, AFTERNOON, "14:00", 0);
    }

    private void awayAllDay() {
        var day = rostered(A, "2026-11-04");
        ledger.append(StaffDayEvents.handedOver()
                .of(day)
                .organization(HALL)
                .from(new Actor.Person(A.value(), "甲"))
                .to(new Actor.Person(B.value(), "乙"))
                .begin(LocalTime.of(14, 0))
                .until(LocalTime.of(16, 0))
                .by(by(B))
                .at(at("2026-11-04", "14:00"))
                .event());
        ledger.append(StaffDayEvents.absenceEstablished()
                .of(day)
                .organization(HALL)
                .from(LocalTime.of(14, 0))
                .to(LocalTime.of(16, 0))
                .minutes(120)
                .covered(true)
                .note("B角顶岗")
                .by(by(B))
                .at(at("2026-11-04", "16:00"))
                .event());
        var stoodIn = rostered(B, "2026-11-04");
        in(stoodIn, MORNING, "08:30", 0);
        out(stoodIn, MORNING, "12:00", 0, 210);
        in(stoodIn, AFTERNOON, "14:00", 0);
        out(stoodIn, AFTERNOON, "17:30", 0, 210);
    }

    private void awayForAnAfternoon() {
        var day = rostered(A, "2026-11-05");
        leave(day, LeaveKind.PERSONAL, "14:00", "15:00");
        in(day, MORNING, "08:30", 0);
        out(day, MORNING, "12:00", 0, 210);
    }

    private StaffDayId rostered(StaffId staff, String day) {
        var id = StaffDayId.of(staff, LocalDate.parse(day));
        ledger.append(StaffDayEvents.rostered()
                .of(id)
                .name(staff.equals(A) ? "甲" : "乙")
                .organization(HALL)
                .window(WindowId.of(HALL, 1))
                .duty(staff.equals(A) ? DutyRole.A : DutyRole.B)
                .partner(staff.equals(A) ? B : A)
                .shifts(History.SHIFTS)
                .by(Actor.system())
                .at(at("2026-11-01", "08:00"))
                .event());
        return id;
    }

    private void in(StaffDayId day, String shift, String time, int late) {
        ledger.append(StaffDayEvents.checkedIn()
                .of(day)
                .organization(HALL)
                .shift(shift)
                .lateMinutes(late)
                .deviceTime(null)
                .by(by(day.staff()))
                .at(at(day.date().toString(), time))
                .event());
    }

    private void out(StaffDayId day, String shift, String time, int early, int served) {
        ledger.append(StaffDayEvents.checkedOut()
                .of(day)
                .organization(HALL)
                .shift(shift)
                .earlyMinutes(early)
                .minutesServed(served)
                .by(by(day.staff()))
                .at(at(day.date().toString(), time))
                .event());
    }

    private void leave(StaffDayId day, LeaveKind kind, String from, String to) {
        ledger.append(StaffDayEvents.leaveGranted()
                .of(day)
                .organization(HALL)
                .kind(kind)
                .from(LocalTime.parse(from))
                .to(LocalTime.parse(to))
                .reason("家中有事")
                .by(by(B))
                .at(at("2026-11-01", "10:00"))
                .event());
    }

    private static Actor by(StaffId staff) {
        return History.staff(staff, staff.number(), ActorRole.CLERK, null, HALL);
    }
}
