package org.serviceledger.query.testing;

import java.util.List;
import org.serviceledger.api.Families.Family;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.api.act.Offers;

/**
 * Offers every act that the user's roles permit, in whatever state the record is, so that a page shows every form. The
 * rules of the command side are not here; the end-to-end tests have them.
 */
public final class AllActs implements Offers {

    @Override
    public List<DeclaredAct> now(SignedIn user, Family family, String stream) {
        return DeclaredActs.of(family).stream()
                .filter(act -> !act.declaration().special() && act.isFor(user))
                .toList();
    }
}
