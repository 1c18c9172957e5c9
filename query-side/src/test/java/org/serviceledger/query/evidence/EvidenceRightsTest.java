package org.serviceledger.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests who may download evidence. Its contents are tested in ledger-app, where there is a ledger. */
@QueryTest
class EvidenceRightsTest {

    private static final String EVIDENCE = "/api/cases/" + History.STORY.value() + "/evidence";

    @Autowired
    private Asked asked;

    @Test
    void thoseAtTheWindowsGetNone() {
        for (var user : new SignedInUser[] {SignedInUser.clerk(), SignedInUser.manager(), SignedInUser.analyst()}) {
            var problem = asked.problem(user, EVIDENCE);

            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.rule()).isEqualTo("access/role");
        }
    }

    @Test
    void anInspectorGetsNoneOfACaseElsewhere() {
        var problem = asked.problem(SignedInUser.inspector().in(History.OTHER_TOWN), EVIDENCE);

        assertThat(problem.status()).isEqualTo(404);
    }

    @Test
    void aWrongCodeGetsNone() {
        var problem = asked.problemForAnybody("/api/public/progress/receipts?number=320623001-0001&code=WRONG");

        assertThat(problem.status()).isEqualTo(404);
        assertThat(asked.problemForAnybody("/api/public/progress/receipts").status())
                .isEqualTo(400);
    }

    /** The log of these tests has sealed nothing, so nothing can be proven yet. */
    @Test
    void whatIsNotSealedIsNotHandedOut() {
        var problem = asked.problem(SignedInUser.inspector(), EVIDENCE);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.rule()).isEqualTo("service/not-yet-sealed");
    }
}
