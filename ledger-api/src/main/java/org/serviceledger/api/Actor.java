package org.serviceledger.api;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/**
 * Who acted, frozen as they were at that time: later transfers and renamings change nothing here.
 *
 * @param person staff id, or the name an imported file gives; stable, what one searches a person's acts by
 * @param name as shown
 * @param role in which capacity
 * @param post the post held (岗位), where known
 * @param window the window acted at, if any
 * @param organization the organisation acted for, if it is one of ours
 * @param unit department or group inside or outside the organisation (科室, 部门), as named at the time
 * @param onBehalfOf the absent colleague A whom this person B stood in for (AB角)
 */
public record Actor(
        String person,
        String name,
        ActorRole role,
        @Nullable String post,
        @Nullable WindowId window,
        @Nullable OrganizationId organization,
        @Nullable String unit,
        @Nullable Person onBehalfOf) {

    /** A person by stable identifier and by name. */
    public record Person(String person, String name) {}

    /** What the ledger does by itself, such as publishing the official calendar at first start. */
    public static Actor system() {
        return new Actor("system", "系统", ActorRole.SYSTEM, null, null, null, null, null);
    }

    /** The same, where a department in an organisation should have acted and the law does it in its place. */
    public static Actor systemFor(OrganizationId organization, String department) {
        return new Actor("system", "系统", ActorRole.SYSTEM, null, null, organization, department, null);
    }

    public static Actor applicant(String name) {
        return new Actor("applicant", name, ActorRole.APPLICANT, null, null, null, null, null);
    }

    public Actor as(ActorRole other) {
        return new Actor(person, name, other, post, window, organization, unit, onBehalfOf);
    }
}
