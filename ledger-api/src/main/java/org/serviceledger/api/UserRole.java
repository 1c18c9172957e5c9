package org.serviceledger.api;

/** What a signed-in user may do, within the subtree of their organisation. The public needs no role. */
public enum UserRole {
    CLERK("窗口人员"),
    MANAGER("大厅管理员"),
    APPROVER("部门审批人员"),
    SUPERVISOR("监管人员"),
    INSPECTOR("纪检监察人员"),
    ANALYST("分析人员"),
    ADMINISTRATOR("系统管理员");

    private final String term;

    UserRole(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
