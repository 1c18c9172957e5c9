package org.serviceledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What kind of no a {@link Refusal} is, and by which rule. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Refuses {

    Refusal.Nature nature();

    /** The rule by its source, such as 行政许可法 32(四), or by the name of our own. */
    String rule();
}
