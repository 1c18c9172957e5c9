package org.serviceledger.store.log;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Why a checkpoint is not signed as it had to be, or why the keys of a log do not follow from each other. */
public sealed interface KeyFlaw {

    /** One line in the language that is being spoken. */
    default String line() {
        return line(Language.current());
    }

    /** One line in a language of the caller's choice. */
    default String line(Language language) {
        return Message.of((Record) this).in(language);
    }

    /** No key was in force at the size of the checkpoint. */
    record NoneInForce(long size) implements KeyFlaw {}

    /** The checkpoint is of another log. */
    record OtherLog(String origin) implements KeyFlaw {}

    /** The checkpoint lacks the signature of the key in force. */
    record Unsigned(long size, VerifierKey key) implements KeyFlaw {}

    /** The checkpoint bears a signature in the name of a key that is not of it. */
    record WrongSignature(long size, VerifierKey key) implements KeyFlaw {}

    /** The key stands before the first key of the log. */
    record BeforeTheFirst(VerifierKey key) implements KeyFlaw {}

    /** Nothing says how the key came in. */
    record Unexplained(VerifierKey key) implements KeyFlaw {}

    /** What says how the key came in is no rotation. */
    record NoRotation(VerifierKey key, Message reason) implements KeyFlaw {}

    /** The rotation the key came in by is one of other keys, or at another size. */
    record OtherRotation(VerifierKey key) implements KeyFlaw {}

    /** The key did not sign its own coming in. */
    record NotItsOwn(VerifierKey key) implements KeyFlaw {}

    /** The key in force before did not sign the coming in of the next. */
    record Unendorsed(VerifierKey before, VerifierKey next) implements KeyFlaw {}
}
