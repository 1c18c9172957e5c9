package org.serviceledger.app;

import java.util.List;

/**
 * A message that a source says.
 *
 * @param place the file and the line
 * @param arguments the names of the arguments it is given
 */
record SaidMessage(String place, String key, List<String> arguments) {}
