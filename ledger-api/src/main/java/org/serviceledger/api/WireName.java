package org.serviceledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name an event is stored under, for ever. Classes may be renamed and moved; a wire name never changes and is never
 * used again for something else. The words for the event stand in the bundles {@code terms} under {@code event.} and this
 * name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

    String value();
}
