package org.serviceledger.store.evidence;

/** What is wrong with a bundle: in which of its files, and what about it. */
public record BundleFinding(String file, String what) {

    /** One line. */
    @Override
    public String toString() {
        return file + ": " + what;
    }
}
