package org.serviceledger.command.web;

import static org.serviceledger.command.web.TestHall.next;

import java.util.List;

/** Every command on the import of a file, except batches. */
final class ImportEndpoints {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private final TestHall hall;

    ImportEndpoints(TestHall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.of(
                                "/api/imports",
                                () -> "/api/imports",
                                "{\"sha256\":\"%s\",\"file\":\"a.xes\",\"format\":\"XES 1.0\",\"attributes\":[]}"
                                        .formatted(SHA.replace('0', 'a')),
                                "sha256",
                                "file",
                                "format")
                        .repeatable(),
                Endpoint.of(
                                "/api/imports/{id}/complete",
                                () -> newImport() + "/complete",
                                "{\"cases\":1,\"acts\":2,\"refused\":0}",
                                "cases",
                                "acts")
                        .repeatable()
                        .unknown("/api/imports/%s/complete".formatted(SHA.replace('0', 'f')))
                        .misshapen("/api/imports/123/complete"));
    }

    String newImport() {
        var answer = hall.must(
                TestUser.ADMIN,
                "/api/imports",
                "{\"sha256\":\"%064x\",\"file\":\"a.xes\",\"format\":\"XES 1.0\"}".formatted(next()));
        return "/api/imports/" + answer.id();
    }
}
