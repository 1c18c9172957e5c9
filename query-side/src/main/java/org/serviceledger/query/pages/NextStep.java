package org.serviceledger.query.pages;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.CaseKind;
import org.serviceledger.api.UserRole;
import org.serviceledger.projection.casefile.CaseState;
import org.serviceledger.query.cases.CaseFile;
import org.serviceledger.query.cases.Chain;

/**
 * What can be asked of a case at the desk, in the order it is offered. Only an offer: whether it may be done is for the
 * write side to decide.
 */
enum NextStep {
    FIRST_ASKED("first-asked", "首问登记", "First asked", By.CLERKS, CaseState.APPLIED),
    RECEIVE("receive", "收件", "Receive", By.CLERKS, CaseState.APPLIED),
    DEEM_ACCEPTED("deem-accepted", "视为受理", "Deemed accepted by law", By.ALL, CaseState.RECEIVED),
    ACCEPT("accept", "受理", "Accept", By.ALL, CaseState.RECEIVED),
    SUPPLEMENT("supplement", "补正", "Supplement", By.CLERKS, CaseState.SUPPLEMENTING),
    CORRECT("correct", "当场更正", "Correct on the spot", By.CLERKS, CaseState.APPLIED, CaseState.RECEIVED),
    REQUEST_SUPPLEMENT(
            "request-supplement",
            "一次性告知补正",
            "Say everything that is missing, once",
            By.CLERKS,
            CaseState.RECEIVED),
    REFUSE_ACCEPTANCE(
            "refuse-acceptance",
            "不予受理",
            "Refuse acceptance",
            By.ALL,
            CaseState.APPLIED,
            CaseState.RECEIVED,
            CaseState.SUPPLEMENTING),
    ROUTE("route", "分派部门", "Route to departments", By.ALL, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    FINISH_STEP("finish-step", "环节办结", "Finish a step", By.ALL, CaseState.IN_PROGRESS),
    START_STEP("start-step", "开始环节", "Start a step", By.ALL, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    END_SPECIAL_PROCEDURE(
            "end-special-procedure",
            "特别程序结束",
            "End the special procedure",
            By.APPROVERS,
            CaseState.SPECIAL_PROCEDURE),
    RESUME("resume", "恢复办理", "Resume", By.APPROVERS, CaseState.SUSPENDED),
    GRANT("grant", "准予", "Grant", By.APPROVERS, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    DENY("deny", "不予", "Deny, with reasons", By.APPROVERS, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    FINISH("finish", "办结", "Finish", By.ALL, CaseState.DECIDED),
    ISSUE("issue", "出件", "Issue the result", By.ALL, CaseState.FINISHED),
    DELIVER("deliver", "送达", "Deliver", By.CLERKS, CaseState.FINISHED),
    START_SPECIAL_PROCEDURE(
            "start-special-procedure",
            "特别程序开始",
            "Start a special procedure",
            By.APPROVERS,
            CaseState.ACCEPTED,
            CaseState.IN_PROGRESS),
    SUSPEND("suspend", "挂起", "Suspend", By.APPROVERS, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    EXTEND("extend", "延期", "Extend", By.APPROVERS, CaseState.ACCEPTED, CaseState.IN_PROGRESS),
    OBJECT("object", "提出异议", "Object", By.ALL, CaseState.ACCEPTED, CaseState.IN_PROGRESS, CaseState.DECIDED),
    WITHDRAW(
            "withdraw",
            "撤回申请",
            "Withdraw",
            By.CLERKS,
            CaseState.APPLIED,
            CaseState.RECEIVED,
            CaseState.SUPPLEMENTING,
            CaseState.ACCEPTED,
            CaseState.IN_PROGRESS),
    TERMINATE("terminate", "异常终止", "Terminate", By.APPROVERS, CaseState.ACCEPTED, CaseState.IN_PROGRESS);

    /** Whose business a step is. */
    private static final class By {

        private static final Set<UserRole> CLERKS = Set.of(UserRole.CLERK, UserRole.MANAGER);
        private static final Set<UserRole> APPROVERS = Set.of(UserRole.APPROVER, UserRole.MANAGER);
        private static final Set<UserRole> ALL = Set.of(UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER);
    }

    private final String action;
    private final String term;
    private final String english;
    private final Set<UserRole> roles;
    private final Set<CaseState> states;

    NextStep(String action, String term, String english, Set<UserRole> roles, CaseState first, CaseState... more) {
        this.action = action;
        this.term = term;
        this.english = english;
        this.roles = roles;
        this.states = EnumSet.of(first, more);
    }

    /** As the write API calls it. */
    public String action() {
        return action;
    }

    public String term() {
        return term;
    }

    public String english() {
        return english;
    }

    /** The steps to offer for a case as it stands now to somebody with these roles. */
    static List<NextStep> of(Chain chain, Set<UserRole> held, Instant now) {
        var state = chain.file().summary().state();
        return Arrays.stream(values())
                .filter(step -> step.states.contains(state))
                .filter(step -> step.roles.stream().anyMatch(held::contains))
                .filter(step -> step.fits(chain, now))
                .toList();
    }

    /** What the state alone does not tell. */
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
                    TERMINATE ->
                true;
        };
    }

    /** Past the notice period and never told what is missing: accepted by law. */
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
