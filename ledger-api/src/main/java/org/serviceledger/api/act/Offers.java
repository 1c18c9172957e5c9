package org.serviceledger.api.act;

import java.util.List;
import org.serviceledger.api.Families.Family;
import org.serviceledger.api.SignedIn;

/** Tells what a user may do now. The pages, the API and the documents all take the answer from here. */
public interface Offers {

    /**
     * Returns the acts that may follow in the current state of a stream and that the user's roles permit, in order of
     * declaration. Special acts have pages of their own and are left out. An act that is offered is refused only for its
     * contents or for who is named in it.
     *
     * @param stream the id of the stream, which need not exist yet
     * @throws org.serviceledger.api.CommandRefused if there is no such record
     * @throws AccessRefused if the stream is outside the user's organisation
     */
    List<DeclaredAct> now(SignedIn user, Family family, String stream);
}
