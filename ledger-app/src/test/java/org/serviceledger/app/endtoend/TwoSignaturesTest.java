package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/** A server configured to sign with SM2 (国密) too. The test uses the keys it publishes. */
class TwoSignaturesTest {

    @TempDir
    private Path temporary;

    @Test
    void whatIsPublishedAndTakenAwayBearsBoth() throws Exception {
        try (var server = LedgerProcess.borrowing(Map.of("LEDGER_LOG_SM2", "true"), temporary.resolve("data"))) {
            SmallHall.setUp(server.as("admin"));
            var own = VerifierKey.parse(text(server, "/vkey").strip());
            var sm2 = VerifierKey.parse(text(server, "/vkey/sm2").strip());
            var note = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> SignedNote.parse(text(server, "/checkpoint")),
                            published -> published.signatures().size() == 2);

            assertThat(sm2.type()).isEqualTo(SignatureType.SM2);
            assertThat(note.signers(List.of(own, sm2))).containsExactly(own, sm2);
            assertThat(note.signatures())
                    .extracting(SignedNote.Signature::name)
                    .containsExactly("localhost", "localhost");
            assertThat(Api.asNobody(server.url())
                            .get("/vkeys")
                            .json()
                            .valueStream()
                            .map(each -> each.path("key").asString()))
                    .containsExactly(own.toString(), sm2.toString());

            theBundleCarriesItsKey(server, own, sm2);
        }
    }

    private void theBundleCarriesItsKey(LedgerProcess server, VerifierKey own, VerifierKey sm2) throws Exception {
        var bundle = temporary.resolve("evidence.zip");
        var shown = server.as("inspector")
                .get("/api/cases/case-FUZZ-1/chain?timeout=30s&minPosition=" + SmallHall.last(server.as("admin")));
        assertThat(shown.status()).as(shown::toString).isEqualTo(200);
        var asked = HttpRequest.newBuilder(URI.create(server.url() + "/api/cases/case-FUZZ-1/evidence?timeout=30s"))
                .header("Authorization", String.valueOf(server.as("inspector").authorization()));
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(asked.build(), BodyHandlers.ofFile(bundle)).statusCode())
                    .isEqualTo(200);
        }
        var ended = LedgerProcess.run(temporary, "verify", bundle.toString(), "--vkey", own.toString());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("signed by the log: " + own, "signed in SM2 beside", sm2.toString())
                .endsWith("sound\n");
        var trusting = LedgerProcess.run(temporary, "verify", bundle.toString());
        assertThat(trusting.output())
                .as("the key to compare is the one in the gazette")
                .contains("compare " + own);
        var both = LedgerProcess.run(
                temporary, "verify", bundle.toString(), "--vkey", own.toString(), "--vkey", sm2.toString());
        assertThat(both.output()).contains("signed by the log: " + sm2).endsWith("sound\n");
    }

    private static String text(LedgerProcess server, String path) throws IOException, InterruptedException {
        return Api.asNobody(server.url()).get(path).json().asString();
    }
}
