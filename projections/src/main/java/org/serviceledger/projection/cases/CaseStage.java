package org.serviceledger.projection.cases;

/** How far a case has come. */
public enum CaseStage {
    APPLIED("已申请", true),
    RECEIVED("已收件", true),
    SUPPLEMENTING("待补正", true),
    ACCEPTED("已受理", true),
    IN_PROGRESS("办理中", true),
    SPECIAL_PROCEDURE("特别程序", true),
    SUSPENDED("已挂起", true),
    DECIDED("已决定", true),
    FINISHED("已办结", false),
    DELIVERED("已送达", false),
    REFUSED("不予受理", false),
    WITHDRAWN("已撤回", false),
    TERMINATED("异常终止", false);

    private final String term;
    private final boolean open;

    CaseStage(String term, boolean open) {
        this.term = term;
        this.open = open;
    }

    public String term() {
        return term;
    }

    /** Whether anything is still to be done before the case is finished. */
    public boolean isOpen() {
        return open;
    }
}
