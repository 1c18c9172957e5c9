package org.serviceledger.query.attendance;

/** What attendance is asked for: a hall's month, or a person's days. */
public sealed interface AttendanceReport permits HallMonth, PersonDays {

    /** The answer reflects the ledger up to this position. */
    long asOf();
}
