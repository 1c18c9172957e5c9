package org.serviceledger.api.act;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a component that the request leaves out. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface DefaultsTo {

    /** The value as JSON: {@code false}, {@code 0}, {@code []}, {@code "WINDOW"}. */
    String value();
}
