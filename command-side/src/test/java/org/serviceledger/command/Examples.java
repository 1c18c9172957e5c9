package org.serviceledger.command;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;

/** The people, places and items of the tests. */
public final class Examples {

    public static final OrganizationId COUNTY = OrganizationId.ofCode("320623");
    public static final OrganizationId TOWN = OrganizationId.ofCode("320623001");
    public static final WindowId WINDOW = WindowId.of(TOWN, 3);
    public static final StaffId WANG = StaffId.ofNumber("JG-001");
    public static final StaffId LI = StaffId.ofNumber("JG-002");
    public static final ItemId ITEM = ItemId.ofCode("11450721MB155808114000104002000");
    public static final Shift MORNING = new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0));
    public static final Shift AFTERNOON = new Shift("下午", LocalTime.of(14, 0), LocalTime.of(17, 30));

    public static final Actor ADMIN = staff("admin", "系统管理", ActorRole.ADMINISTRATOR);
    public static final Actor CLERK = staff("staff-JG-001", "王芳", ActorRole.CLERK);
    public static final Actor HANDLER = staff("staff-JG-002", "李强", ActorRole.HANDLER);
    public static final Actor REVIEWER = staff("staff-JG-003", "周敏", ActorRole.REVIEWER);
    public static final Actor APPROVER = staff("staff-JG-004", "陈刚", ActorRole.APPROVER);
    public static final Actor CITIZEN = Actor.applicant("张三");
    public static final Applicant APPLICANT =
            new Applicant("张三", Audience.NATURAL_PERSON, "居民身份证", "320623199001011234", "13800000000");

    private Examples() {}

    /** Returns a moment in China's local time, such as 2024-04-30 09:00. */
    public static Instant at(String localTime) {
        return LocalDateTime.parse(localTime.replace(' ', 'T'))
                .atZone(WorkingDayCalendar.CHINA)
                .toInstant();
    }

    public static Actor staff(String person, String name, ActorRole role) {
        return new Actor(person, name, role, null, WINDOW, TOWN, null, null);
    }

    public static ItemDetails promised(@Nullable TimeLimit legal, TimeLimit promise) {
        return details(CaseKind.PROMISED, legal, promise);
    }

    public static ItemDetails instant() {
        return details(CaseKind.INSTANT, null, TimeLimit.workingDays(1));
    }

    private static ItemDetails details(CaseKind kind, @Nullable TimeLimit legal, TimeLimit promise) {
        return new ItemDetails(
                "城乡居民最低生活保障审核",
                "000104002000",
                ItemType.PAYMENT,
                "社会救助暂行办法",
                ExerciseLevel.COUNTY,
                "民政局",
                ServiceCategory.PUBLIC_SERVICE,
                "社会救助",
                kind,
                legal,
                promise,
                WindowKind.LIVELIHOOD,
                List.of(Audience.NATURAL_PERSON),
                List.of(Channel.WINDOW, Channel.WEB),
                List.of("本县户籍"),
                List.of(new ItemDetails.Material("申请书", 1, 0, true, null)),
                List.of(
                        new ItemDetails.Step("承办", StepKind.HANDLE, TimeLimit.workingDays(2)),
                        new ItemDetails.Step("审核", StepKind.REVIEW, null),
                        new ItemDetails.Step("批准", StepKind.APPROVE, null)),
                null,
                "审核确认通知书",
                "掘港街道为民服务中心",
                null,
                null,
                "12345",
                false);
    }
}
