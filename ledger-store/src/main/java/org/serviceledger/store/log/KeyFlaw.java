package org.serviceledger.store.log;

import org.serviceledger.words.Message;
import org.serviceledger.words.Sentence;

/** Why a checkpoint lacks the required signature, or why a key of the log is not linked to the key before it. */
public sealed interface KeyFlaw extends Sentence {

    /** No key was in force at the checkpoint's size. */
    record NoneInForce(long size) implements KeyFlaw {}

    /** The checkpoint's origin is not the name of the key in force. */
    record OtherLog(String origin) implements KeyFlaw {}

    /** The checkpoint has no valid signature by the key in force. */
    record Unsigned(long size, VerifierKey key) implements KeyFlaw {}

    /** The checkpoint has an invalid signature with the name and id of one of the log's keys. */
    record WrongSignature(long size, VerifierKey key) implements KeyFlaw {}

    /** The key comes before the log's first Ed25519 key. */
    record BeforeTheFirst(VerifierKey key) implements KeyFlaw {}

    /** The key has no rotation statement. */
    record Unexplained(VerifierKey key) implements KeyFlaw {}

    /** What says how the key came in is no rotation. */
    record NoRotation(VerifierKey key, Message reason) implements KeyFlaw {}

    /** The rotation statement names other keys or another size. */
    record OtherRotation(VerifierKey key) implements KeyFlaw {}

    /** The key did not sign its own rotation statement. */
    record NotItsOwn(VerifierKey key) implements KeyFlaw {}

    /** The key in force before did not sign the rotation statement of the next key. */
    record Unendorsed(VerifierKey before, VerifierKey next) implements KeyFlaw {}
}
