package org.serviceledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored, for ever. Classes may be renamed and moved. A wire name never changes and is
 * never reused for another event. The bundles {@code terms} hold the event's text under {@code event.} and this name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

    String value();
}
