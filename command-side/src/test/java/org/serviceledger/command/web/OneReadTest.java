package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A command loads its stream once: the shell admits the user with the state on which it decides. */
@WebTest
final class OneReadTest {

    private final TestHall hall;
    private final CountedReads reads;

    @Autowired
    OneReadTest(TestHall hall, CountedReads reads) {
        this.hall = hall.open();
        this.reads = reads;
    }

    @Test
    void acceptingACaseReadsItsStreamAtMostOnce() {
        var received = hall.received();
        var stream = received.substring(received.lastIndexOf('/') + 1);
        var before = reads.of(stream);

        hall.must(TestUser.CLERK, received + "/accept", "{\"documentNumber\":\"SL1\"}");

        assertThat(before).isPositive();
        assertThat(reads.of(stream) - before).isLessThanOrEqualTo(1);
    }

    @Test
    void tellingWhatMayBeDoneNextReadsItOnce() {
        var received = hall.received();
        var stream = received.substring(received.lastIndexOf('/') + 1);
        var before = reads.of(stream);

        var offer = hall.perform(get(received + "/acts").with(user(TestUser.CLERK)));

        assertThat(offer.status()).as(offer.text()).isEqualTo(200);
        assertThat(offer.json().path("acts").findValuesAsString("act"))
                .as(offer.text())
                .contains("accept", "request-supplement", "withdraw")
                .doesNotContain("receive", "terminate", "grant");
        assertThat(reads.of(stream) - before).isEqualTo(1);
    }
}
