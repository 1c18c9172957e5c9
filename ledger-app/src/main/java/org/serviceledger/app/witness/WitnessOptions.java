package org.serviceledger.app.witness;

import java.nio.file.Path;
import java.util.List;

/**
 * Options for starting a witness.
 *
 * @param port HTTP port; 0 selects a free one
 * @param name name it signs under: an address without scheme, which must not change once others know it
 * @param trusted verifier keys of logs, or files with such keys
 */
public record WitnessOptions(Path data, String address, int port, String name, List<String> trusted) {}
