package org.serviceledger.store;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Notes the first append of a unit of work among the resources of that unit. */
final class FirstAppend {

    private static final String RESOURCE = FirstAppend.class.getName();

    private FirstAppend() {}

    static void note(Positions positions) {
        CurrentUnitOfWork.ifStarted(work -> work.root().resources().putIfAbsent(RESOURCE, positions));
    }

    /**
     * The size of the ledger right after the first append of this unit of work, or the given size if it has appended
     * nothing.
     */
    static long endOr(UnitOfWork<?> work, long known) {
        @Nullable Positions appended = work.root().getResource(RESOURCE);
        return appended == null ? known : appended.last() + 1;
    }
}
