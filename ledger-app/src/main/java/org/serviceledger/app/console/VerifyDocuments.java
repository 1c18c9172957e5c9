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
import picocli.CommandLine.Option;

/** Which documents of the read models are compared with a fresh fold of their events. */
final class VerifyDocuments {

    private static final long UNASKED = 1000;

    @Option(
            names = "--documents",
            paramLabel = "N",
            description = "About how many documents of the read models to fold anew and compare, 'all' or 0 (1000 if an"
                    + " Elasticsearch runs; otherwise one is started only if this is given).")
    private @Nullable String documents;

    @Option(
            names = "--elasticsearch-url",
            paramLabel = "URL",
            defaultValue = "${env:LEDGER_ELASTICSEARCH_URL}",
            description = "Address of the ledger's Elasticsearch, if it is not in the directory (also"
                    + " LEDGER_ELASTICSEARCH_URL).")
    private @Nullable URI elasticsearchUrl;

    /** About how many are wanted; says in one line what is no number. */
    long wanted() {
        if (documents == null) {
            return UNASKED;
        }
        if ("all".equals(documents)) {
            return DocumentAudit.ALL;
        }
        if (!documents.matches("[0-9]{1,9}")) {
            throw new LedgerFailed("--documents takes a number or 'all', not '%s'".formatted(documents));
        }
        return Long.parseLong(documents);
    }

    /** Compares those that the first events of the ledger give, and tells; whether all are alike. */
    boolean areAsFolded(StoredLedger ledger, long size, PrintWriter out) {
        long wanted = wanted();
        if (wanted == 0) {
            return true;
        }
        var elasticsearch = ledger.documents(elasticsearchUrl, documents != null);
        if (elasticsearch.isEmpty()) {
            if (documents != null) {
                throw new LedgerFailed("no Elasticsearch runs beside the ledger: name it with --elasticsearch-url");
            }
            out.println("documents not compared: no Elasticsearch runs");
            return true;
        }
        try (var client = elasticsearch.get();
                var events = ledger.events()) {
            var outcome = new DocumentAudit(
                            ReadModels.all(ledger.codes()), () -> events.readEvents(null, false), client)
                    .check(size, wanted);
            outcome.flaws().stream().map(DocumentFlaw::line).forEach(out::println);
            out.printf(
                    "documents: %,d folded anew, %s%n",
                    outcome.compared(),
                    outcome.flaws().isEmpty()
                            ? "all alike"
                            : Verify.findings(outcome.flaws().size()));
            return outcome.flaws().isEmpty();
        } catch (IOException | UncheckedIOException | ElasticsearchException e) {
            throw new LedgerFailed("the documents could not be compared: " + e.getMessage(), e);
        }
    }
}
