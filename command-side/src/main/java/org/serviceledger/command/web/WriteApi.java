package org.serviceledger.command.web;

import org.serviceledger.command.CommandSideConfiguration;

/** Tells the write API's classes from those of other parts of the application. */
final class WriteApi {

    private static final String PACKAGE = CommandSideConfiguration.class.getPackageName();

    private WriteApi() {}

    static boolean contains(Class<?> type) {
        return (type.getPackageName() + ".").startsWith(PACKAGE + ".");
    }
}
