package org.serviceledger.query.attendance;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time within one day. */
record Minutes(LocalTime from, LocalTime to) {

    int length() {
        return Math.toIntExact(Math.max(0, Duration.between(from, to).toMinutes()));
    }

    /** Returns the overlap of both stretches; its length is zero if they do not overlap. */
    Minutes within(Minutes other) {
        var later = from.isAfter(other.from) ? from : other.from;
        var earlier = to.isBefore(other.to) ? to : other.to;
        return later.isBefore(earlier) ? new Minutes(later, earlier) : new Minutes(later, later);
    }

    /** Returns the parts of this stretch that none of the others covers. */
    List<Minutes> less(List<Minutes> others) {
        var left = List.of(this);
        for (var other : others) {
            left = left.stream().flatMap(each -> each.less(other).stream()).toList();
        }
        return left;
    }

    private List<Minutes> less(Minutes other) {
        var common = within(other);
        if (common.length() == 0) {
            return List.of(this);
        }
        var left = new ArrayList<Minutes>();
        if (from.isBefore(common.from)) {
            left.add(new Minutes(from, common.from));
        }
        if (common.to.isBefore(to)) {
            left.add(new Minutes(common.to, to));
        }
        return left;
    }

    static int total(List<Minutes> all) {
        return all.stream().mapToInt(Minutes::length).sum();
    }
}
