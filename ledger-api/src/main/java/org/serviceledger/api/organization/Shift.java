package org.serviceledger.api.organization;

import java.time.LocalTime;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.act.Text;
import org.serviceledger.words.Message;

/** A period of service hours (班次), such as 上午 08:30–12:00. It begins and ends on the same day. */
public record Shift(@Text(max = 40) String name, LocalTime start, LocalTime end) {

    public Shift {
        if (!start.isBefore(end)) {
            throw new Malformed(Message.of("fault.shift", "name", name, "start", start, "end", end));
        }
    }
}
