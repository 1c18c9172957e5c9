package org.serviceledger.api;

/** In which capacity somebody acted, from the applicant up the chain of responsibility (责任链). */
public enum ActorRole {
    APPLICANT("申请人"),
    FIRST_ASKED("首问责任人"),
    CLERK("窗口人员"),
    AGENT("代办员"),
    HANDLER("经办人"),
    REVIEWER("审核人"),
    APPROVER("批准人"),
    WINDOW_LEAD("窗口负责人"),
    HALL_MANAGER("大厅负责人"),
    DEPUTY_LEADER("分管领导"),
    CHIEF_LEADER("主要负责人"),
    SUPERVISOR("监管人员"),
    ADMINISTRATOR("管理员"),
    SYSTEM("系统"),
    RESOURCE("外部系统经办人");

    private final String term;

    ActorRole(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
