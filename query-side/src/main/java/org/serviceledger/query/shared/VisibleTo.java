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

/** How much of the ledger a user may see. Every read of documents takes one. */
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

    /** The user's organisation and all below it. */
    public static VisibleTo user(SignedIn user) {
        return new VisibleTo(user);
    }

    /** For the public site, whose answers show no single case and no person. */
    public static VisibleTo everyone() {
        return EVERYONE;
    }

    /** Limits the query to documents of the user's scope. Scores stay those of the query. */
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

    /** The organisation that may be seen with all below it; null if everything may be seen. */
    public @Nullable OrganizationId scope() {
        return user == null ? null : user.scope();
    }

    /** Whether the organisation is within the scope. */
    public boolean reaches(OrganizationId organisation) {
        return user == null || user.reaches(organisation);
    }

    /** Refuses an organisation outside the scope. */
    public void mustReach(OrganizationId organisation) {
        if (user != null && !reaches(organisation)) {
            throw new CannotAnswer(
                    new OutsideScope(organisation.value(), user.scope().value()));
        }
    }

    /**
     * Whether the user may see single ratings. Staff at the windows may not: they are the ones rated, and the rating of
     * a case tells who gave it.
     */
    public boolean mayReadRatings() {
        return has(OVERSEERS);
    }

    /** Whether the user may see ratings of this person's service. Nobody may see those of their own. */
    public boolean mayReadRatingsOf(@Nullable String person) {
        return mayReadRatings() && !isThemselves(person);
    }

    public void mustReadRatings() {
        if (!mayReadRatings()) {
            throw new CannotAnswer(new NotForRole(Message.of("what.ratings")));
        }
    }

    /**
     * Refuses users who are not investigators. Evidence contains events as they are stored, with everything in them.
     */
    public void mustTakeEvidence() {
        if (!has(INVESTIGATORS)) {
            throw new CannotAnswer(new NotForRole(Message.of("what.evidence")));
        }
    }

    /** Whether the user may see applicants' names and search for them. */
    public boolean mayKnowApplicants() {
        return has(KNOW_APPLICANTS);
    }

    /** Returns the applicant's name, masked unless the user may know it. */
    public @Nullable String applicant(@Nullable String name) {
        return name == null || mayKnowApplicants() ? name : Masked.name(name);
    }

    /** Lets users see their own days. Those of others are for users who oversee them. */
    public void mustReadAttendanceOf(@Nullable String person) {
        if (!isThemselves(person) && !has(OVERSEERS)) {
            throw new CannotAnswer(new NotForRole(Message.of("what.attendance")));
        }
    }

    /** The user as a member of staff; null if they are not one. */
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
