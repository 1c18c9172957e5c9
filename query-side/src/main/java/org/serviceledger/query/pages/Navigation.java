package org.serviceledger.query.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the frame of every page needs: the places open to the user, and who the user is. It is a bean because error
 * pages need it too.
 */
@Component("navigation")
class Navigation {

    private static final Set<UserRole> WRITERS =
            Set.of(UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER, UserRole.SUPERVISOR, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> TRACERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> INVESTIGATORS = Set.of(UserRole.SUPERVISOR, UserRole.INSPECTOR);

    public @Nullable SignedIn user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    /** The places that need no sign-in. */
    public List<Place> publicPlaces() {
        return Place.PUBLIC;
    }

    /** The places of the user's roles. Empty for users who have not signed in. */
    public List<Place> staffPlaces() {
        return roles().stream()
                .flatMap(role -> Place.of(role).stream())
                .distinct()
                .toList();
    }

    /** The innermost place that contains the requested page. Null if there is none, as for the front page. */
    public @Nullable Place current() {
        var here = here();
        return Stream.concat(staffPlaces().stream(), Place.PUBLIC.stream())
                .filter(place -> place.contains(here))
                .max(Comparator.comparingInt(place -> place.path().length()))
                .orElse(null);
    }

    /** Whether the user may search cases, and with that may use the search box of the frame. */
    public boolean maySearch() {
        return staffPlaces().contains(Place.CASES);
    }

    public boolean mayWrite() {
        return hasAny(WRITERS);
    }

    /** Whether the user may see everything that a person did. */
    public boolean mayTrace() {
        return hasAny(TRACERS);
    }

    /** Whether the user may download the evidence of a case. */
    public boolean mayTakeEvidence() {
        return hasAny(INVESTIGATORS);
    }

    private boolean hasAny(Set<UserRole> wanted) {
        return roles().stream().anyMatch(wanted::contains);
    }

    /** The user's roles, in the order of {@link UserRole}. */
    public List<UserRole> roles() {
        var user = user();
        return user == null ? List.of() : user.roles().stream().sorted().toList();
    }

    /** The path that was requested, also while its error page is rendered. */
    private static String here() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "";
        }
        var request = attributes.getRequest();
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : withoutContext(request);
    }

    private static String withoutContext(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
