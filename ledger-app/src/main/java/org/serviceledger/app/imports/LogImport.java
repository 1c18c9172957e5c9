package org.serviceledger.app.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.imports.CaseBatch.Origin;
import org.serviceledger.app.imports.ImportServer.Outcome;
import org.serviceledger.app.imports.XesElement.Trace;
import org.serviceledger.app.imports.XesElement.Unusable;
import org.serviceledger.app.terminal.ProgressBar;
import org.serviceledger.app.terminal.ProgressBar.Unit;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports one event log into a running server. The file's digest identifies the import; the cases follow in batches.
 * Only whole cases are sent, and the server ignores acts it already has, so a broken import is repaired by running it
 * again. Prints {@code file:line: reason} for everything it cannot import, and a summary as one line of JSON at the
 * end.
 */
public final class LogImport {

    private static final int MOST_COMPLAINTS = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final @Nullable String organization;
    private final XesMapping mapping;
    private final ProgressBar progress;
    private final PrintWriter err;
    private final ImportProgress tally = new ImportProgress();
    private final AtomicInteger complaints = new AtomicInteger();
    private boolean whole;

    /**
     * Prepares the import of a file.
     *
     * @param organization owner of the cases, such as org-320623; null leaves the choice to the server
     * @param zone time zone of times without an offset; if null, cases with such times are refused
     */
    public LogImport(
            Path file, @Nullable String organization, @Nullable ZoneId zone, ProgressBar progress, PrintWriter err) {
        this.file = file;
        this.organization = organization;
        this.mapping = new XesMapping(zone);
        this.progress = progress;
        this.err = err;
    }

    /**
     * Imports the file into the server at this address, as this user. Returns the exit code: 0 if the server now has
     * every case of the file, else 1.
     */
    public int into(URI url, String user, String password) {
        try (var server = new ImportServer(url, user, password)) {
            mustBeALog();
            var sha256 = digest();
            try (var reader = new XesReader(file)) {
                whole = importAll(server, sha256, reader);
                summarize(sha256, reader.log().format());
            }
        } catch (UnreadableLog e) {
            complain(e.at(file.toString()));
        } catch (ServerFailed e) {
            complain(String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            complain(0, Message.of("console.import.unreadable", "reason", e.getMessage()));
        }
        return whole && tally.refused.get() == 0 ? 0 : 1;
    }

    private void mustBeALog() throws UnreadableLog, IOException {
        if (!Files.exists(file)) {
            throw new UnreadableLog(0, Message.of("console.import.no-file"));
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableLog(0, Message.of("console.import.directory"));
        }
        if (Files.size(file) == 0) {
            throw new UnreadableLog(0, Message.of("console.import.empty"));
        }
    }

    private String digest() throws IOException {
        var size = Files.size(file);
        var sha256 = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            var buffer = new byte[1 << 16];
            long done = 0;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                done += read;
                progress.at(done, size, Unit.BYTES, () -> "SHA-256");
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /**
     * Sends all cases. Returns whether the file was read to its end; the cases before damaged content are sent in any
     * case.
     */
    private boolean importAll(ImportServer server, String sha256, XesReader reader) throws ServerFailed, IOException {
        var importId = server.begin(sha256, String.valueOf(file.getFileName()), reader.log());
        var toTheEnd = false;
        try (var sending = new Sending(server, importId, organization, this::note)) {
            try {
                sendAll(reader, sending);
                toTheEnd = true;
            } catch (UnreadableLog e) {
                complain(e.at(file.toString()));
            }
            sending.finish();
        }
        if (toTheEnd) {
            server.complete(importId, tally.cases.get(), tally.acts.get(), tally.refused.get());
        }
        return toTheEnd;
    }

    private void sendAll(XesReader reader, Sending sending) throws UnreadableLog, ServerFailed, IOException {
        var size = Files.size(file);
        var names = new SeenNames();
        var batch = new CaseBatch();
        try {
            for (var element = reader.next(); element != null; element = reader.next()) {
                switch (element) {
                    case Trace trace -> add(trace, names, batch);
                    case Unusable piece -> refuse(piece.line(), piece.reason());
                }
                if (batch.isFull()) {
                    sending.send(batch);
                    batch = new CaseBatch();
                }
                progress.at(reader.bytesRead(), size, Unit.BYTES, () -> tally.pace(progress.seconds()));
            }
        } finally {
            if (!batch.isEmpty()) {
                sending.send(batch);
            }
        }
    }

    private void add(Trace trace, SeenNames names, CaseBatch batch) {
        try {
            var read = mapping.caseOf(trace);
            if (!names.add(read.originalId())) {
                refuse(trace.line(), Message.of("console.import.same-name", "name", read.originalId()));
            } else if (batch.add(read, trace.line())) {
                tally.cases.incrementAndGet();
                tally.acts.addAndGet(read.acts().size());
            } else {
                refuse(trace.line(), Message.of("console.import.large-case", "name", read.originalId()));
            }
        } catch (XesMapping.Unmappable e) {
            refuse(e.line(), e.reason());
        }
    }

    private void note(Origin origin, Outcome outcome) {
        switch (outcome) {
            case Outcome.Added(var acts) -> {
                tally.casesAdded.incrementAndGet();
                tally.actsAdded.addAndGet(acts);
            }
            case Outcome.Held _ -> tally.held.incrementAndGet();
            case Outcome.Refused(var detail, var rule) ->
                refuse(
                        origin.line(),
                        Message.of(
                                "console.import.case-refused", "name", origin.name(), "detail", detail, "rule", rule));
        }
    }

    private void refuse(int line, Message reason) {
        tally.refused.incrementAndGet();
        complain(line, reason);
    }

    private void complain(int line, Message reason) {
        complain(new UnreadableLog(line, reason).at(file.toString()));
    }

    private void complain(String line) {
        var number = complaints.incrementAndGet();
        if (number <= MOST_COMPLAINTS) {
            progress.clear();
            err.println(line);
            err.flush();
        }
    }

    private void summarize(String sha256, String format) {
        if (complaints.get() > MOST_COMPLAINTS) {
            err.println(Words.say(
                    "console.import.more-complaints", "file", file, "count", complaints.get() - MOST_COMPLAINTS));
            err.flush();
        }
        if (tally.held.get() > 0) {
            progress.say(Words.say("console.import.already-held", "cases", tally.held.get()));
        }
        var seconds = progress.seconds();
        var summary = new LinkedHashMap<String, Object>();
        summary.put("file", String.valueOf(file.getFileName()));
        summary.put("sha256", sha256);
        summary.put("format", format);
        summary.put("readToTheEnd", whole);
        summary.put("cases", tally.cases.get());
        summary.put("acts", tally.acts.get());
        summary.put("casesAdded", tally.casesAdded.get());
        summary.put("actsAdded", tally.actsAdded.get());
        summary.put("casesAlreadyHeld", tally.held.get());
        summary.put("casesRefused", tally.refused.get());
        summary.put("seconds", Math.round(seconds * 1000) / 1000.0);
        summary.put("actsPerSecond", Math.round(tally.acts.get() / seconds));
        progress.say(JSON.writeValueAsString(summary));
    }
}
