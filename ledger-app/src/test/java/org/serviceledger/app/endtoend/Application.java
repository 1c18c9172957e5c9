package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.util.Map;

/** An application for a licence at the hall the clerk serves in. */
record Application(String title) {

    /** As the write API takes it. */
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
