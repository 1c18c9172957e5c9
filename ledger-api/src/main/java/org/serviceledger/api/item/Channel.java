package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 办理形式: the channel of an application (GB/T 39046 A.5). */
public enum Channel implements Term {
    WINDOW("1"),
    WEB("2"),
    MOBILE("3"),
    POST("4"),
    OTHER("9");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** Returns the code of the national standard. */
    public String code() {
        return code;
    }
}
