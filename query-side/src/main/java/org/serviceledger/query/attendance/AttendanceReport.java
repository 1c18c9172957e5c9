package org.serviceledger.query.attendance;

/** An attendance report: the month of a hall, or the days of a person. */
public sealed interface AttendanceReport permits HallMonth, PersonDays {

    /** The answer reflects the ledger up to this position. */
    long asOf();
}
