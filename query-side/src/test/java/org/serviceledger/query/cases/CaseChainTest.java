package org.serviceledger.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QueryTest
class CaseChainTest {

    @Autowired
    private Asked asked;

    @Test
    void tellsEveryActInTheOrderOfTheLedger() {
        var acts = story(SignedInUser.inspector()).path("acts");

        assertThat(acts.findValuesAsString("type"))
                .containsExactly(
                        "case.applied",
                        "case.received",
                        "case.accepted",
                        "case.corrected-on-the-spot",
                        "case.step-started",
                        "case.step-finished",
                        "case.granted",
                        "case.finished",
                        "evaluation.invited",
                        "evaluation.rated",
                        "evaluation.contacted");
        var positions = new ArrayList<Long>();
        acts.forEach(act -> positions.add(act.path("position").asLong()));
        assertThat(positions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void saysWhoActedForWhomWhereAndInWhichCapacity() {
        var accepted = act("case.accepted");

        assertThat(accepted.path("person").asString()).isEqualTo("staff-0101");
        assertThat(accepted.path("personName").asString()).isEqualTo("张敏");
        assertThat(accepted.path("role").asString()).isEqualTo("CLERK");
        assertThat(accepted.path("post").asString()).isEqualTo("窗口岗");
        assertThat(accepted.path("windowName").asString()).isEqualTo("民生综合窗口");
        assertThat(accepted.path("organisation").asString()).isEqualTo("掘港街道为民服务中心");
        assertThat(accepted.path("onBehalfOf").path("name").asString()).isEqualTo("李强");
        assertThat(accepted.path("title").asString()).isEqualTo("accepted");
    }

    @Test
    void saysWhatWasAllowedUsedAndAmiss() {
        var step = act("case.step-finished");
        assertThat(step.path("allowed").path("value").asInt()).isEqualTo(1);
        assertThat(step.path("allowed").path("unit").asString()).isEqualTo("working-day");
        assertThat(step.path("used").path("workingDays").asInt()).isEqualTo(4);
        assertThat(step.path("deviation").findValuesAsString("code")).containsExactly("LATE");

        var backDated = act("case.corrected-on-the-spot");
        assertThat(backDated.path("deviation").findValuesAsString("code"))
                .containsExactly("OUT_OF_ORDER", "RECORDED_LATE");
        assertThat(backDated.path("recordedAfterSeconds").asLong()).isEqualTo(3 * 86_400);
        assertThat(act("case.granted").path("deviation")).isEmpty();
    }

    @Test
    void showsHowTheLimitsWereComputed() {
        var file = story(SignedInUser.inspector()).path("case");

        var promised = file.path("promised");
        assertThat(promised.path("limit").path("value").asInt()).isEqualTo(3);
        assertThat(promised.path("computation").path("dueOn").asString()).isEqualTo("2026-11-05");
        assertThat(promised.path("computation").path("counted").size()).isEqualTo(3);
        assertThat(promised.path("computation").path("algorithm").asString()).isEqualTo("next-day/end-of-day@1");
        assertThat(file.path("legal").path("computation").path("dueOn").asString())
                .isEqualTo("2026-11-23");
        assertThat(file.path("timeliness").asString()).isEqualTo("LATE");
        assertThat(file.path("overdueWorkingDays").asInt()).isEqualTo(2);
    }

    @Test
    void namesThePeopleByRoleAndTheLeadersThenInOffice() {
        var chain = story(SignedInUser.inspector());

        assertThat(chain.path("people").findValuesAsString("role"))
                .contains("APPLICANT", "CLERK", "HANDLER", "APPROVER", "HALL_MANAGER")
                .doesNotContain("SYSTEM");
        assertThat(chain.path("leaders").findValuesAsString("name")).containsExactly("陈建国", "周立新");
        assertThat(chain.path("leaders").path(0).path("to").asString()).isEqualTo("2026-11-05");
    }

    @Test
    void tellsOfTheEvaluationButNotWhoRated() {
        var evaluation = story(SignedInUser.inspector()).path("evaluation");

        assertThat(evaluation.path("ratings").path(0).path("level").asString()).isEqualTo("VERY_DISSATISFIED");
        assertThat(evaluation.path("finding").asString()).isEqualTo("属实");
        assertThat(evaluation.toString()).doesNotContain(History.APPLICANT);
    }

    @Test
    void hidesTheEvaluationFromTheRated() {
        for (var user :
                new SignedInUser[] {SignedInUser.clerk(), SignedInUser.manager().as(History.ZHANG_MIN)}) {
            var chain = story(user);
            assertThat(chain.path("evaluation").isNull()).isTrue();
            assertThat(chain.path("acts").findValuesAsString("subject")).containsOnly("case");
        }
    }

    @Test
    void masksTheApplicantInEveryAct() {
        assertThat(story(SignedInUser.clerk()).toString()).doesNotContain(History.APPLICANT);
        assertThat(story(SignedInUser.inspector()).toString())
                .contains(History.APPLICANT)
                .doesNotContain(History.ID_NUMBER)
                .doesNotContain(History.PHONE);
    }

    @Test
    void tellsAnImportedCaseAsTheFileDoes() {
        for (var id : new String[] {"10011", "case-10011"}) {
            var chain = asked.by(SignedInUser.inspector(), "/api/cases/" + id + "/chain");
            var act = chain.path("acts").path(1);
            assertThat(chain.path("case").path("number").asString()).isEqualTo("10011");
            assertThat(act.path("person").asString()).isEqualTo("Resource21");
            assertThat(act.path("organisation").asString()).isEqualTo("Group 1");
            assertThat(act.path("occurredAt").asString()).isEqualTo("2011-10-11T11:45:40.276Z");
            assertThat(act.path("deviation")).isEmpty();
            assertThat(act.path("attributes").path(0).path("key").asString()).isEqualTo("org:group");
        }
    }

    @Test
    void knowsNothingOfOtherNumbers() {
        assertThat(asked.problem(SignedInUser.inspector(), "/api/cases/nowhere/chain")
                        .status())
                .isEqualTo(404);
        assertThat(asked.problem(SignedInUser.inspector(), "/api/cases/@@@/chain")
                        .field())
                .isEqualTo("id");
    }

    private JsonNode act(String type) {
        for (var act : story(SignedInUser.inspector()).path("acts")) {
            if (act.path("type").asString().equals(type)) {
                return act;
            }
        }
        throw new AssertionError("no act " + type);
    }

    private JsonNode story(SignedInUser user) {
        return asked.by(user, "/api/cases/" + History.STORY + "/chain");
    }
}
