package org.serviceledger.app;

import java.util.List;

/**
 * A use of a message in a source.
 *
 * @param place file and line
 * @param arguments names of the arguments given
 */
record SaidMessage(String place, String key, List<String> arguments) {}
