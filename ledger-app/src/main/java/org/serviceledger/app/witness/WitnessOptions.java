package org.serviceledger.app.witness;

import java.nio.file.Path;
import java.util.List;

/**
 * How a witness is to be started.
 *
 * @param port of HTTP; 0 takes a free one
 * @param name it signs under: an address without scheme, never changed once others know it
 * @param trusted verifier keys of logs, or files with such keys
 */
public record WitnessOptions(Path data, String address, int port, String name, List<String> trusted) {}
