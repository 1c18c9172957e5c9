package org.serviceledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The nature and the rule of a {@link Refusal}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Refuses {

    Refusal.Nature nature();

    /** The rule: a citation such as 行政许可法 32(四), or the ledger's own name for the rule. */
    String rule();
}
