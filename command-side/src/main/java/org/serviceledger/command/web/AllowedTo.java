package org.serviceledger.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceledger.api.UserRole;

/** The roles that may call an endpoint. An administrator may call every endpoint. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AllowedTo {

    UserRole[] value();
}
