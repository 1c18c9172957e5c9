package org.serviceledger.query.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.words.Term;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The head of every page: the links open to the user, and who the user is. It is a bean because error pages need it
 * too.
 */
@Component("navigation")
class Navigation {

    /** The links of the site, in the order shown. */
    enum Link implements Term {
        HOME("/"),
        ITEMS("/items"),
        HALLS("/halls"),
        PROGRESS("/progress"),
        DESK("/desk"),
        CASES("/cases"),
        PERFORMANCE("/performance"),
        ATTENDANCE("/attendance"),
        OPERATIONS("/operations");

        private final String path;

        Link(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }

        boolean isFor(Set<UserRole> held) {
            return switch (this) {
                case HOME, ITEMS, HALLS, PROGRESS -> true;
                case DESK -> WRITERS.stream().anyMatch(held::contains);
                case CASES -> !held.isEmpty();
                case PERFORMANCE, ATTENDANCE -> REPORTERS.stream().anyMatch(held::contains);
                case OPERATIONS -> held.contains(UserRole.ADMINISTRATOR);
            };
        }

        /** Whether to mark this link as current on the page with this path. */
        public boolean leadsTo(String page) {
            return this == HOME ? page.equals("/") : page.equals(path) || page.startsWith(path + "/");
        }
    }

    private static final Set<UserRole> WRITERS =
            Set.of(UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER, UserRole.ADMINISTRATOR);
    private static final Set<UserRole> REPORTERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ANALYST, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> TRACERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> INVESTIGATORS = Set.of(UserRole.SUPERVISOR, UserRole.INSPECTOR);

    public @Nullable SignedIn user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    public List<Link> links() {
        var user = user();
        var held = user == null ? Set.<UserRole>of() : user.roles();
        return Stream.of(Link.values()).filter(link -> link.isFor(held)).toList();
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

    private boolean hasAny(Set<UserRole> roles) {
        var user = user();
        return user != null && user.roles().stream().anyMatch(roles::contains);
    }

    /** The user's roles, in the order of {@link UserRole}. */
    public List<UserRole> roles() {
        var user = user();
        return user == null ? List.of() : user.roles().stream().sorted().toList();
    }

    /** The path that was requested, also while its error page is rendered. */
    public String here() {
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
