package org.serviceledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void everyEventHasAWireNameOfItsOwn() {
        var names = EventTypes.all().stream().map(EventTypes::wireName).toList();

        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @Test
    void everyWireNameBeginsWithTheKindOfItsStream() {
        var kinds = new HashSet<String>();
        EventTypes.all().forEach(type -> kinds.add(EventTypes.wireName(type).split("\\.", 2)[0]));

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "calendar",
                        "case",
                        "evaluation",
                        "import",
                        "item",
                        "log",
                        "organization",
                        "staff",
                        "staff-day",
                        "window",
                        "window-day");
    }

    @Test
    void everyEventIsARecord() {
        assertThat(EventTypes.all()).allMatch(Class::isRecord);
    }
}
