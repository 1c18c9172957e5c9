package org.serviceledger.query.pages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.projection.cases.CaseStage;
import org.serviceledger.query.cases.CaseFile;
import org.serviceledger.query.cases.Chain;

/**
 * What can be asked of a case at the desk, in the order it is offered. Only an offer: whether it may be done is for the
 * write side to decide.
 */
enum NextStep {
    FIRST_ASKED("first-asked", "首问登记", "First asked"),
    RECEIVE("receive", "收件", "Receive"),
    CORRECT("correct", "当场更正", "Correct on the spot"),
    REQUEST_SUPPLEMENT("request-supplement", "一次性告知补正", "Say everything that is missing, once"),
    SUPPLEMENT("supplement", "补正", "Supplement"),
    DEEM_ACCEPTED("deem-accepted", "视为受理", "Deemed accepted by law"),
    ACCEPT("accept", "受理", "Accept"),
    REFUSE_ACCEPTANCE("refuse-acceptance", "不予受理", "Refuse acceptance"),
    ROUTE("route", "分派部门", "Route to departments"),
    START_STEP("start-step", "开始环节", "Start a step"),
    FINISH_STEP("finish-step", "环节完成", "Finish a step"),
    START_SPECIAL_PROCEDURE("start-special-procedure", "特别程序开始", "Start a special procedure"),
    END_SPECIAL_PROCEDURE("end-special-procedure", "特别程序结束", "End the special procedure"),
    SUSPEND("suspend", "挂起", "Suspend"),
    RESUME("resume", "恢复办理", "Resume"),
    EXTEND("extend", "延期", "Extend"),
    OBJECT("object", "提出异议", "Object"),
    GRANT("grant", "准予", "Grant"),
    DENY("deny", "不予", "Deny, with reasons"),
    FINISH("finish", "办结", "Finish"),
    ISSUE("issue", "出件", "Issue the result"),
    DELIVER("deliver", "送达", "Deliver"),
    INVITE("invite", "邀请评价", "Invite to rate"),
    WITHDRAW("withdraw", "撤回申请", "Withdraw"),
    TERMINATE("terminate", "异常终止", "Terminate");

    private static final Set<UserRole> CLERKS = Set.of(UserRole.CLERK, UserRole.MANAGER);
    private static final Set<UserRole> APPROVERS = Set.of(UserRole.APPROVER, UserRole.MANAGER);
    private static final Set<UserRole> ALL = Set.of(UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER);

    private final String action;
    private final String term;
    private final String english;

    NextStep(String action, String term, String english) {
        this.action = action;
        this.term = term;
        this.english = english;
    }

    /** As the write API calls it. */
    public String action() {
        return action;
    }

    /** Where the write API takes it. */
    public String address(String caseId) {
        return this == INVITE
                ? "/api/evaluations/%s/invite".formatted(caseId)
                : "/api/cases/%s/%s".formatted(caseId, action);
    }

    public String term() {
        return term;
    }

    public String english() {
        return english;
    }

    /** The steps to offer for a case as it stands now to somebody with these roles. */
    static List<NextStep> of(Chain chain, Set<UserRole> held, Instant now) {
        return in(chain.file().summary().state()).stream()
                .filter(step -> step.roles().stream().anyMatch(held::contains))
                .filter(step -> step.fits(chain, now))
                .toList();
    }

    /** The most likely first. */
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

    /** Whose business it is. */
    private Set<UserRole> roles() {
        return switch (this) {
            case FIRST_ASKED, RECEIVE, CORRECT, REQUEST_SUPPLEMENT, SUPPLEMENT, DELIVER, INVITE, WITHDRAW -> CLERKS;
            case START_SPECIAL_PROCEDURE, END_SPECIAL_PROCEDURE, SUSPEND, RESUME, EXTEND, GRANT, DENY, TERMINATE ->
                APPROVERS;
            case DEEM_ACCEPTED, ACCEPT, REFUSE_ACCEPTANCE, ROUTE, START_STEP, FINISH_STEP, OBJECT, FINISH, ISSUE -> ALL;
        };
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
