package org.serviceledger.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceledger.api.LedgerCommand;

/** Names the act of a special endpoint. The act's declaration says who may call it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAct {

    Class<? extends LedgerCommand> value();
}
