package org.serviceledger.api.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.Families;

class AddressTest {

    private static final Address CALENDARS = of("calendar");
    private static final Address STAFF_DAYS = of("staffday");

    @Test
    void aPathIsFilledInAndMisleadsNobody() {
        assertThat(path(STAFF_DAYS, Map.of("staffNumber", "1001", "date", "2026-07-01")))
                .isEqualTo("/api/staff-days/1001/2026-07-01");
        assertThat(path(CALENDARS, Map.of("year", "${7*7}/.."))).isEqualTo("/api/calendars/%24%7B7*7%7D%2F..");
    }

    @Test
    void anIdIsReadWholeOrWithoutItsPrefix() {
        var id = STAFF_DAYS.id();

        assertThat(id.apply(Map.of("staffNumber", "1001", "date", "2026-07-01")))
                .isEqualTo(id.apply(Map.of("staffNumber", "staff-1001", "date", "2026-07-01")))
                .hasToString("staffday-1001-2026-07-01");
    }

    @Test
    void theMalformedVariableIsNamed() {
        assertThatExceptionOfType(Address.MalformedVariable.class)
                .isThrownBy(() -> STAFF_DAYS.id().apply(Map.of("staffNumber", "1001", "date", "2026-02-30")))
                .satisfies(fault -> assertThat(fault.variable()).isEqualTo("date"));
        assertThatExceptionOfType(Address.MalformedVariable.class)
                .isThrownBy(() -> STAFF_DAYS.id().apply(Map.of("staffNumber", "-", "date", "2026-07-01")))
                .satisfies(fault -> assertThat(fault.variable()).isEqualTo("staffNumber"));
    }

    private static String path(Address address, Map<String, String> values) {
        return Address.filled(address.template(), values);
    }

    private static Address of(String feature) {
        return Objects.requireNonNull(Families.of(feature).address());
    }
}
