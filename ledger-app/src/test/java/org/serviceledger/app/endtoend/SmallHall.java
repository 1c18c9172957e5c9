package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** The minimum that a hall needs to handle cases. */
final class SmallHall {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ITEM = """
            {"itemId":"item-FUZZ1","details":{
             "name":"老年人优待证核发","catalogCode":"000000000001","type":"CONFIRMATION","basis":"某条例第一条","level":"TOWN",
             "department":"民政办","category":"SOCIAL_AFFAIRS","theme":"社会保障","caseKind":"PROMISED",
             "promisedLimit":{"value":5,"unit":"working-day"},"window":"LIVELIHOOD","audiences":["NATURAL_PERSON"],
             "channels":["WINDOW"],"conditions":["年满六十"],"materials":[{"name":"身份证","originals":1,"required":true}],
             "steps":[{"name":"承办","kind":"HANDLE"}]}}""";

    private SmallHall() {}

    static void setUp(Api admin) throws IOException, InterruptedException {
        must(admin, "/api/organizations", "{'organizationId':'org-320623','name':'县','kind':'COUNTY_OFFICE'}");
        must(
                admin,
                "/api/organizations",
                "{'organizationId':'org-320623001','name':'镇','kind':'TOWN_CENTRE','parent':'org-320623'}");
        must(
                admin,
                "/api/organizations/org-320623001/service-hours",
                "{'shifts':[{'name':'上午','start':'08:30','end':'12:00'}],'graceMinutes':5}");
        must(admin, "/api/windows", "{'windowId':'window-320623001-01','name':'综合窗口','kind':'ALL_ROUND'}");
        for (var number : new String[] {"320623001-01", "320623001-90"}) {
            must(
                    admin,
                    "/api/staff",
                    "{'staffId':'staff-%s','name':'工','organization':'org-320623001','post':'岗','role':'CLERK'}"
                            .formatted(number));
        }
        must(admin, "/api/items", ITEM);
        for (var number : new String[] {"FUZZ-1", "FUZZ-2"}) {
            must(
                    admin,
                    "/api/cases",
                    "{'number':'%s','itemId':'item-FUZZ1','applicant':{'name':'王某','kind':'NATURAL_PERSON'},"
                                    .formatted(number)
                            + "'window':'window-320623001-01','title':'申领优待证'}");
        }
    }

    /** The position of the last event. */
    static long last(Api admin) throws IOException, InterruptedException {
        return admin.get("/api/operations/read-models").json().path("head").asLong() - 1;
    }

    private static void must(Api admin, String path, String body) throws IOException, InterruptedException {
        var answer = admin.post(path, JSON.readTree(body.replace('\'', '"')));
        assertThat(answer.status()).as("%s %s: %s", path, body, answer).isBetween(200, 299);
    }
}
