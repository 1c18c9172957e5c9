package org.serviceledger.query.attendance;

import org.serviceledger.query.shared.LedgerAnswer;

/** An attendance report: the month of a hall, or the days of a person. */
public sealed interface AttendanceReport extends LedgerAnswer permits HallMonth, PersonDays {}
