package org.serviceledger.api;

import java.time.Instant;

/** Everything that may be asked of the ledger. Times and persons come in with the command: deciders know no clock. */
public sealed interface LedgerCommand
        permits CalendarCommand,
                CaseCommand,
                EvaluationCommand,
                ImportCommand,
                ItemCommand,
                LogCommand,
                OrganizationCommand,
                StaffCommand,
                StaffDayCommand,
                WindowCommand,
                WindowDayCommand {

    Actor by();

    /** When it happened in the hall (发生时间); the ledger keeps its own time of recording beside it. */
    Instant at();
}
