package org.serviceledger.store;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Where a unit of work has appended first, noted among its resources. */
final class FirstAppend {

    private static final String RESOURCE = FirstAppend.class.getName();

    private FirstAppend() {}

    static void note(Positions positions) {
        CurrentUnitOfWork.ifStarted(work -> work.root().resources().putIfAbsent(RESOURCE, positions));
    }

    /** The size of the ledger right behind what this unit of work appended first, or else what was known before. */
    static long endOr(UnitOfWork<?> work, long known) {
        @Nullable Positions appended = work.root().getResource(RESOURCE);
        return appended == null ? known : appended.last() + 1;
    }
}
