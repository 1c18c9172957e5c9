package org.serviceledger.api.organization;

/** The kinds of organisation in a county's service system (东政办发〔2020〕44号 二(一)). */
public enum OrganizationKind {
    COUNTY_OFFICE("县政务服务管理办公室"),
    TOWN_CENTRE("为民服务中心"),
    ZONE_BUREAU("行政审批局"),
    VILLAGE_CENTRE("便民服务中心");

    private final String term;

    OrganizationKind(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
