package org.serviceledger.query.pages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.projection.cases.CaseStage;
import org.serviceledger.query.cases.CaseFile;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.words.Term;

/**
 * A step that the desk can offer for a case. It is only an offer: the write side decides whether the step is allowed.
 */
enum NextStep implements Term {
    FIRST_ASKED("first-asked"),
    RECEIVE("receive"),
    CORRECT("correct"),
    REQUEST_SUPPLEMENT("request-supplement"),
    SUPPLEMENT("supplement"),
    DEEM_ACCEPTED("deem-accepted"),
    ACCEPT("accept"),
    REFUSE_ACCEPTANCE("refuse-acceptance"),
    ROUTE("route"),
    START_STEP("start-step"),
    FINISH_STEP("finish-step"),
    START_SPECIAL_PROCEDURE("start-special-procedure"),
    END_SPECIAL_PROCEDURE("end-special-procedure"),
    SUSPEND("suspend"),
    RESUME("resume"),
    EXTEND("extend"),
    OBJECT("object"),
    GRANT("grant"),
    DENY("deny"),
    FINISH("finish"),
    ISSUE("issue"),
    DELIVER("deliver"),
    INVITE("invite"),
    WITHDRAW("withdraw"),
    TERMINATE("terminate");

    private static final Set<UserRole> CLERKS = Set.of(UserRole.CLERK, UserRole.MANAGER);
    private static final Set<UserRole> APPROVERS = Set.of(UserRole.APPROVER, UserRole.MANAGER);
    private static final Set<UserRole> ALL = Set.of(UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER);

    private final String action;

    NextStep(String action) {
        this.action = action;
    }

    /** The name of the step in the write API. */
    public String action() {
        return action;
    }

    /** The path of the write API that accepts the step. */
    public String address(String caseId) {
        return this == INVITE
                ? "/api/evaluations/%s/invite".formatted(caseId)
                : "/api/cases/%s/%s".formatted(caseId, action);
    }

    /**
     * Returns the steps to offer to a user with these roles in the current state of the case, the most likely first.
     */
    static List<NextStep> of(Chain chain, Set<UserRole> held, Instant now) {
        return in(chain.file().summary().state()).stream()
                .filter(step -> step.roles().stream().anyMatch(held::contains))
                .filter(step -> step.fits(chain, now))
                .toList();
    }

    /** Returns the steps that can follow in this state, the most likely first. */
    private static List<NextStep> in(CaseStage state) {
        return switch (state) {
            case APPLIED -> List.of(RECEIVE, FIRST_ASKED, CORRECT, REFUSE_ACCEPTANCE, WITHDRAW);
            case RECEIVED -> List.of(DEEM_ACCEPTED, ACCEPT, CORRECT, REQUEST_SUPPLEMENT, REFUSE_ACCEPTANCE, WITHDRAW);
            case SUPPLEMENTING -> List.of(SUPPLEMENT, REFUSE_ACCEPTANCE, WITHDRAW);
            case ACCEPTED, IN_PROGRESS ->
                List.of(
                        FINISH_STEP,
                        ROUTE,
                        START_STEP,
                        GRANT,
                        DENY,
                        START_SPECIAL_PROCEDURE,
                        SUSPEND,
                        EXTEND,
                        OBJECT,
                        WITHDRAW,
                        TERMINATE);
            case SPECIAL_PROCEDURE -> List.of(END_SPECIAL_PROCEDURE, WITHDRAW, TERMINATE);
            case SUSPENDED -> List.of(RESUME, WITHDRAW, TERMINATE);
            case DECIDED -> List.of(FINISH, OBJECT, TERMINATE);
            case FINISHED -> List.of(ISSUE, DELIVER, INVITE);
            case DELIVERED -> List.of(INVITE, ISSUE);
            case REFUSED, WITHDRAWN, TERMINATED -> List.of();
        };
    }

    /** The roles that perform the step. */
    private Set<UserRole> roles() {
        return switch (this) {
            case FIRST_ASKED, RECEIVE, CORRECT, REQUEST_SUPPLEMENT, SUPPLEMENT, DELIVER, INVITE, WITHDRAW -> CLERKS;
            case START_SPECIAL_PROCEDURE, END_SPECIAL_PROCEDURE, SUSPEND, RESUME, EXTEND, GRANT, DENY, TERMINATE ->
                APPROVERS;
            case DEEM_ACCEPTED, ACCEPT, REFUSE_ACCEPTANCE, ROUTE, START_STEP, FINISH_STEP, OBJECT, FINISH, ISSUE -> ALL;
        };
    }

    /** Checks the conditions that the state alone does not tell. */
    private boolean fits(Chain chain, Instant now) {
        var file = chain.file();
        return switch (this) {
            case DEEM_ACCEPTED -> isDeemed(chain, now);
            case ACCEPT, REFUSE_ACCEPTANCE -> !isDeemed(chain, now);
            case REQUEST_SUPPLEMENT -> !isDeemed(chain, now) && !isTold(chain);
            case ROUTE -> file.departments().isEmpty() && !isInstant(file);
            case START_STEP -> !file.departments().isEmpty() || isInstant(file);
            case FINISH_STEP -> !file.openSteps().isEmpty();
            case GRANT, DENY -> file.openSteps().isEmpty() && (isInstant(file) || isHandled(chain));
            case ISSUE -> file.resultName() == null;
            case FIRST_ASKED -> file.firstAsked() == null;
            case INVITE -> !chain.invited();
            case RECEIVE,
                    SUPPLEMENT,
                    CORRECT,
                    END_SPECIAL_PROCEDURE,
                    RESUME,
                    FINISH,
                    DELIVER,
                    START_SPECIAL_PROCEDURE,
                    SUSPEND,
                    EXTEND,
                    OBJECT,
                    WITHDRAW,
                    TERMINATE -> true;
        };
    }

    /**
     * Whether the case counts as accepted by law: the notice period has ended and the applicant was never told what is
     * missing.
     */
    private static boolean isDeemed(Chain chain, Instant now) {
        var due = chain.file().acceptanceDue();
        return due != null && !now.isBefore(due) && !isTold(chain);
    }

    private static boolean isTold(Chain chain) {
        return chain.acts().stream().anyMatch(act -> act.type().equals("case.supplement-requested"));
    }

    private static boolean isHandled(Chain chain) {
        return chain.acts().stream().anyMatch(act -> act.type().equals("case.step-finished"));
    }

    private static boolean isInstant(CaseFile file) {
        return file.summary().kind() == CaseKind.INSTANT;
    }
}
