package org.serviceledger.api;

/** Why a command was not carried out: data, with the rule it would have broken. {@link Families} names all. */
public interface Refusal {

    /** What kind of no this is, which decides the status an HTTP client gets. */
    enum Nature {
        /** There is no such thing. */
        UNKNOWN,
        /** It is there already. */
        ALREADY,
        /** Not in this state: too early, too late, out of order. */
        OUT_OF_ORDER,
        /** Never: a rule of the domain forbids it. */
        BREAKS_RULE
    }

    Nature nature();

    /** The rule by its source, such as 行政许可法 32(四), or by the name of our own. */
    String rule();

    /** One sentence for the person who asked. */
    String detail();
}
