package org.serviceledger.app.console;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.server.StoredLedger;
import org.serviceledger.projection.ReadModels;
import org.serviceledger.projection.engine.DocumentAudit;
import org.serviceledger.projection.engine.DocumentFlaw;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import picocli.CommandLine.Option;

/** Options that select the documents to compare with a fresh fold of their events. */
final class VerifyDocuments {

    private static final long UNASKED = 1000;

    @Option(names = "--documents", paramLabel = "N", descriptionKey = "console.verify.documents")
    private @Nullable String documents;

    @Option(
            names = "--elasticsearch-url",
            paramLabel = "${bundle:console.label.url}",
            defaultValue = "${env:LEDGER_ELASTICSEARCH_URL}",
            descriptionKey = "console.verify.elasticsearch-url")
    private @Nullable URI elasticsearchUrl;

    /**
     * Returns the approximate number of documents to compare. Throws with a one-line message if the option is not a
     * number.
     */
    long wanted() {
        if (documents == null) {
            return UNASKED;
        }
        if ("all".equals(documents)) {
            return DocumentAudit.ALL;
        }
        if (!documents.matches("[0-9]{1,9}")) {
            throw new LedgerFailed(Message.of("console.verify.no-documents", "documents", documents));
        }
        return Long.parseLong(documents);
    }

    /**
     * Compares documents with a fold of the ledger's first {@code size} events and prints the result. Returns whether
     * all are equal.
     */
    boolean areAsFolded(StoredLedger ledger, long size, PrintWriter out) {
        long wanted = wanted();
        if (wanted == 0) {
            return true;
        }
        var elasticsearch = ledger.documents(elasticsearchUrl, documents != null);
        if (elasticsearch.isEmpty()) {
            if (documents != null) {
                throw new LedgerFailed(Message.of("console.verify.no-elasticsearch"));
            }
            out.println(Words.say("console.verify.not-compared"));
            return true;
        }
        try (var client = elasticsearch.get();
                var events = ledger.events()) {
            var outcome = new DocumentAudit(
                            ReadModels.all(ledger.codes()), () -> events.readEvents(null, false), client)
                    .check(size, wanted);
            outcome.flaws().stream().map(DocumentFlaw::line).forEach(out::println);
            out.println(Words.say(
                    "console.verify.compared",
                    "documents",
                    outcome.compared(),
                    "outcome",
                    outcome.flaws().isEmpty()
                            ? Message.of("console.verify.alike")
                            : Verify.findings(outcome.flaws().size())));
            return outcome.flaws().isEmpty();
        } catch (IOException | UncheckedIOException | ElasticsearchException e) {
            throw new LedgerFailed(Message.of("console.verify.incomparable", "reason", e.getMessage()), e);
        }
    }
}
