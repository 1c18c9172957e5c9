package org.serviceledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.staff.StaffRecord;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.words.Message;

/** Determines who acted and copies their details as of that day. */
public final class Actors {

    private final StaffRegister register;

    Actors(StaffRegister register) {
        this.register = register;
    }

    public Actor of(SignedIn user, @Nullable By by, Instant at) {
        var day = at.atZone(WorkingDayCalendar.CHINA).toLocalDate();
        @Nullable String absent = by == null ? null : by.onBehalfOf();
        @Nullable StaffId person = by == null || by.person() == null ? user.staff() : named("by.person", by.person());
        if (person == null) {
            if (absent != null) {
                throw RequestRefused.ofField("by.onBehalfOf", Message.of("fault.by.no-staff"));
            }
            return ofUser(user);
        }
        if (!person.equals(user.staff())) {
            mustSpeakForOthers(user);
        }
        var staff = member("by.person", person, user);
        mustBeInService("by.person", staff, day);
        return absent == null ? frozen(staff, null, day) : frozen(staff, absent(staff, absent, user, day), day);
    }

    private StaffRecord absent(StaffRecord substitute, String number, SignedIn user, LocalDate day) {
        var absent = member("by.onBehalfOf", named("by.onBehalfOf", number), user);
        if (absent.id().equals(substitute.id())) {
            throw RequestRefused.ofField("by.onBehalfOf", Message.of("fault.by.absent"));
        }
        mustBeInService("by.onBehalfOf", absent, day);
        return absent;
    }

    private StaffRecord member(String field, StaffId id, SignedIn user) {
        var staff = register.member(id)
                .orElseThrow(() -> RequestRefused.ofField(field, Message.of("fault.staff", "staff", id)));
        if (!user.reaches(staff.organization())) {
            throw new AccessRefused(
                    "access/scope",
                    Message.of("problem.access/scope.staff", "field", field, "staff", id, "scope", user.scope()));
        }
        return staff;
    }

    private static void mustBeInService(String field, StaffRecord staff, LocalDate day) {
        if (!staff.isInServiceOn(day)) {
            throw RequestRefused.ofField(field, Message.of("fault.by.left", "staff", staff.id(), "day", day));
        }
    }

    private static StaffId named(String field, String text) {
        try {
            return StaffId.named(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.ofField(field, Malformed.words(e));
        }
    }

    private static void mustSpeakForOthers(SignedIn user) {
        if (!user.speaksForOthers()) {
            throw new AccessRefused("access/own-name", Message.of("problem.access/own-name"));
        }
    }

    /** Copies the person's details as of the day. A substitute acts at the window of the absent colleague. */
    private static Actor frozen(StaffRecord staff, @Nullable StaffRecord absent, LocalDate day) {
        @Nullable WindowId window = absent == null ? null : window(absent, day);
        return new Actor(
                staff.id().value(),
                staff.name(),
                staff.role(),
                staff.post(),
                window == null ? window(staff, day) : window,
                staff.organization(),
                staff.department(),
                absent == null ? null : new Actor.Person(absent.id().value(), absent.name()));
    }

    private static @Nullable WindowId window(StaffRecord staff, LocalDate day) {
        return staff.postingOn(day).map(StaffRecord.Posting::window).orElse(null);
    }

    /** Returns the actor for a user who is not a member of staff, such as the administrator. */
    private static Actor ofUser(SignedIn user) {
        return new Actor(
                "user-" + user.userName(),
                user.displayName(),
                role(user.roles()),
                null,
                null,
                user.scope(),
                null,
                null);
    }

    private static ActorRole role(Set<UserRole> roles) {
        return roles.stream()
                .max(UserRole::compareTo)
                .map(role -> switch (role) {
                    case CLERK -> ActorRole.CLERK;
                    case MANAGER -> ActorRole.HALL_MANAGER;
                    case APPROVER -> ActorRole.APPROVER;
                    case SUPERVISOR, INSPECTOR, ANALYST -> ActorRole.SUPERVISOR;
                    case ADMINISTRATOR -> ActorRole.ADMINISTRATOR;
                })
                .orElse(ActorRole.CLERK);
    }
}
