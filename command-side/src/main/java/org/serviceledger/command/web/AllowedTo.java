package org.serviceledger.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceledger.api.UserRole;

/** Which roles may ask this; an administrator may ask everything. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AllowedTo {

    UserRole[] value();
}
