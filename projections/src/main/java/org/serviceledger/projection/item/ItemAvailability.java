package org.serviceledger.projection.item;

/** Whether an item takes new cases (在用, 暂停, 取消). */
public enum ItemAvailability {
    IN_FORCE("在用"),
    SUSPENDED("暂停"),
    CANCELLED("取消");

    private final String term;

    ItemAvailability(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
