package org.serviceledger.api;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/**
 * The person who performed an act, as recorded at that time. Later transfers and changes of name do not affect it.
 *
 * @param person stable identifier to search a person's acts by: a staff id, or the name that an imported file gives
 * @param name display name
 * @param role the capacity in which the person acted
 * @param post the post held (岗位), if known
 * @param window the window at which the person acted, if any
 * @param organization the organisation for which the person acted, if the ledger knows it
 * @param unit department or group inside or outside the organisation (科室, 部门), by its name at that time
 * @param onBehalfOf the absent colleague A for whom this person B substituted (AB角)
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

    /** A person by stable identifier and display name. */
    public record Person(
            @Text(max = 60) String person, @Text(max = 100) String name) {}

    /**
     * Returns the actor of acts that the ledger performs by itself, such as publishing the official calendar at first
     * start.
     */
    public static Actor system() {
        return new Actor("system", "系统", ActorRole.SYSTEM, null, null, null, null, null);
    }

    /**
     * Returns the ledger as actor in place of a department that failed to act, where the law itself produces the
     * effect.
     */
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
