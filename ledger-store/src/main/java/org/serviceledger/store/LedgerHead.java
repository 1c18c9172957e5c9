package org.serviceledger.store;

import java.util.HexFormat;

/** The number of events in the ledger and the root of the Merkle tree over them (RFC 6962), in hexadecimal. */
public record LedgerHead(long size, String root) {

    static LedgerHead of(long size, byte[] root) {
        return new LedgerHead(size, HexFormat.of().formatHex(root));
    }

    public byte[] rootHash() {
        return HexFormat.of().parseHex(root);
    }
}
