package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.util.Map;

/** An application for a licence at the clerk's hall. */
record Application(String title) {

    /** The request body for the write API. */
    Map<String, Object> body(LedgerProcess server) throws IOException, InterruptedException {
        var items = Api.asNobody(server.url())
                .get("/api/public/items?q=yyzz")
                .json()
                .path("items");
        return Map.of(
                "itemId",
                items.get(0).path("id").asString(),
                "applicant",
                Map.of("name", "李测试", "kind", "NATURAL_PERSON"),
                "organization",
                "org-320623001",
                "title",
                title);
    }
}
