package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.query.shared.NoAnswer.NotForRole;
import org.serviceledger.query.shared.NoAnswer.OutsideScope;
import org.serviceledger.words.Message;

/** How much of the ledger somebody may see; no document is read without one. */
public final class VisibleTo {

    private static final VisibleTo EVERYONE = new VisibleTo(null);

    private static final Set<UserRole> OVERSEERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ANALYST, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> KNOW_APPLICANTS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> INVESTIGATORS = Set.of(UserRole.SUPERVISOR, UserRole.INSPECTOR);

    private final @Nullable SignedIn user;

    private VisibleTo(@Nullable SignedIn user) {
        this.user = user;
    }

    /** What lies in the user's organisation and below it. */
    public static VisibleTo user(SignedIn user) {
        return new VisibleTo(user);
    }

    /** For the public site, whose answers show no single case and no person. */
    public static VisibleTo everyone() {
        return EVERYONE;
    }

    /** The wanted documents, less those of organisations elsewhere; what ranks them still does. */
    Query filter(Query wanted) {
        return user == null
                ? wanted
                : Query.of(query -> query.bool(bool -> bool.must(wanted)
                        .filter(Queries.term(
                                Queries.ORGANISATION_PATH, user.scope().code()))));
    }

    public boolean isEveryone() {
        return user == null;
    }

    /** The organisation that, with all below it, is what may be seen; none if that is everything. */
    public @Nullable OrganizationId scope() {
        return user == null ? null : user.scope();
    }

    /** Whether the organisation lies within the scope. */
    public boolean reaches(OrganizationId organisation) {
        return user == null || organisation.path().contains(user.scope().code());
    }

    /** Refuses to look at an organisation outside the scope. */
    public void mustReach(OrganizationId organisation) {
        if (user != null && !reaches(organisation)) {
            throw new CannotAnswer(
                    new OutsideScope(organisation.value(), user.scope().value()));
        }
    }

    /**
     * Whether single ratings may be seen: those at the windows, who are the ones rated, may not, since a case's rating
     * tells who gave it.
     */
    public boolean mayReadRatings() {
        return has(OVERSEERS);
    }

    /** Whether the rating of this person's service may be seen; nobody's own may. */
    public boolean mayReadRatingsOf(@Nullable String person) {
        return mayReadRatings() && !isThemselves(person);
    }

    public void mustReadRatings() {
        if (!mayReadRatings()) {
            throw new CannotAnswer(new NotForRole(Message.of("what.ratings")));
        }
    }

    /** Refuses to hand out events as they are stored, with all that is in them, to others than those who investigate. */
    public void mustTakeEvidence() {
        if (!has(INVESTIGATORS)) {
            throw new CannotAnswer(new NotForRole(Message.of("what.evidence")));
        }
    }

    /** Whether applicants may be named, and searched for by name. */
    public boolean mayKnowApplicants() {
        return has(KNOW_APPLICANTS);
    }

    /** The applicant's name as this person may see it. */
    public @Nullable String applicant(@Nullable String name) {
        return name == null || mayKnowApplicants() ? name : Masked.name(name);
    }

    /** Anybody may see their own days; others' are for those who oversee them. */
    public void mustReadAttendanceOf(@Nullable String person) {
        if (!isThemselves(person) && !has(OVERSEERS)) {
            throw new CannotAnswer(new NotForRole(Message.of("what.attendance")));
        }
    }

    /** The member of staff who asks, if they are one. */
    public @Nullable String themselves() {
        return user == null || user.staff() == null ? null : user.staff().value();
    }

    private boolean has(Set<UserRole> any) {
        return user != null && user.roles().stream().anyMatch(any::contains);
    }

    private boolean isThemselves(@Nullable String person) {
        return person != null && person.equals(themselves());
    }
}
