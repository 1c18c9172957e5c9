package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.endtoend.MutatedRequests.Mutated;
import org.serviceledger.app.endtoend.Wire.Reply;
import org.serviceledger.store.embedded.RunningPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends nearly valid requests, generated from the server's own API description, in every role. None may cause a server
 * error, and none that is refused may leave anything in the ledger. {@code -Dledger.fuzz.requests=100000} sends more
 * requests and {@code -Dledger.fuzz.seed} different ones; a finding names its seed and number.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("ledger.fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("ledger.fuzz.seed", 20_261_128L);
    private static final int MOST_FINDINGS = 20;
    private static final String SIZE = "SELECT size FROM ledger_head";

    /** Excludes events that the server may record by itself meanwhile. */
    private static final String OF_REQUESTS =
            "SELECT count(*) FROM ledger_event WHERE position >= ? AND type NOT LIKE 'log.%'"
                    + " AND type <> 'case.deemed-accepted'";

    /** Used in turn, anonymous first; administrators are frequent, since their requests get furthest. */
    private static final List<String> ROLES =
            List.of("", "admin", "clerk", "admin", "manager", "admin", "inspector", "admin", "analyst");

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("organization", List.of("org-320623001", "org-320623")),
            Map.entry("organizationId", List.of("org-320623001", "org-320623")),
            Map.entry("organizations", List.of("org-320623001")),
            Map.entry("halls", List.of("org-320623001")),
            Map.entry("parent", List.of("org-320623")),
            Map.entry("item", List.of("item-FUZZ1")),
            Map.entry("itemId", List.of("item-FUZZ1", "item-FUZZ2")),
            Map.entry("items", List.of("item-FUZZ1")),
            Map.entry("window", List.of("window-320623001-01")),
            Map.entry("windowId", List.of("window-320623001-01", "window-320623001-02")),
            Map.entry("windows", List.of("window-320623001-01")),
            Map.entry("person", List.of("staff-320623001-01", "staff-320623001-90")),
            Map.entry("staffId", List.of("staff-320623001-03")),
            Map.entry("staffNumber", List.of("320623001-01", "320623001-90")),
            Map.entry("number", List.of("FUZZ-1", "FUZZ-2", "320623001-01")),
            Map.entry("caseNumber", List.of("FUZZ-1", "FUZZ-2")),
            Map.entry("cases", List.of("FUZZ-1", "FUZZ-2")),
            Map.entry("date", List.of("2026-11-28", "2026-11-27")),
            Map.entry("position", List.of("0", "3", "999")),
            Map.entry("minPosition", List.of("0", "3")),
            Map.entry("unit", List.of("working-day", "hour")),
            Map.entry("year", List.of("2026")),
            Map.entry("month", List.of("2026-11")),
            Map.entry("name", List.of("文字", "cases")));

    @TempDir
    private Path temporary;

    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noneFailsAndNoRefusalLeavesAnything() throws Exception {
        try (var server = LedgerProcess.borrowing(temporary.resolve("data"));
                var database = connect(server);
                var wire = new Wire(server.url())) {
            SmallHall.setUp(server.as("admin"));
            var requests = new MutatedRequests(
                    new ApiDescription(
                            JsonMapper.shared()
                                    .readTree(wire.ask("GET /v3/api-docs").body()),
                            KNOWN),
                    SEED);
            var began = System.nanoTime();
            for (int number = 0; number < REQUESTS && findings.size() < MOST_FINDINGS; number++) {
                ask(number, requests.number(number), ROLES.get(number % ROLES.size()), server, wire, database);
            }
            System.out.printf(
                    "fuzz: seed %d, %d requests in %d s, answers by status %s%n",
                    SEED, REQUESTS, Duration.ofNanos(System.nanoTime() - began).toSeconds(), statuses);
            assertThat(findings).isEmpty();
            assertThat(statuses.keySet())
                    .as("as many kinds of answers as there should be")
                    .contains(200, 400, 401, 403, 404);
        }
    }

    private void ask(int number, Mutated request, String role, LedgerProcess server, Wire wire, Connection database)
            throws IOException, SQLException {
        long before = size(database);
        var reply = wire.send(role.isEmpty() ? request.bytes() : request.bytes(authorization(server, role)));
        statuses.merge(reply.status(), 1, Integer::sum);
        var fault = fault(request, reply);
        if (fault == null && reply.status() >= 300 && size(database) != before && since(database, before) > 0) {
            fault = "something was recorded all the same";
        }
        if (fault != null) {
            findings.add("%d as %s: %s%n  %s%n  %s".formatted(number, role, fault, request, reply));
        }
    }

    private static @Nullable String fault(Mutated request, Reply reply) {
        var status = reply.status();
        if (status >= 500 && status != 503 && !(status == 501 && reply.headers().containsKey("content-type"))) {
            return "the server failed";
        }
        if (status < 400 || request.method().equals("HEAD")) {
            return null;
        }
        if (reply.body().contains("Exception") || reply.body().contains("\tat ")) {
            return "the answer tells of our classes";
        }
        var path = request.target();
        if (path.matches("/*(api|actuator|v3|tile|checkpoint|vkeys?)\\b.*")) {
            return reply.isProblem() && reply.json().path("status").asInt() == status ? null : "no problem";
        }
        return reply.isPage() || reply.isProblem() || sendsHtmxToSignIn(reply) ? null : "neither a page nor a problem";
    }

    /** Whether the answer is that to an htmx request without a session: a header makes htmx open the sign-in page. */
    private static boolean sendsHtmxToSignIn(Reply reply) {
        return reply.status() == 401
                && reply.body().isEmpty()
                && "/sign-in".equals(reply.headers().get("hx-redirect"));
    }

    private static String authorization(LedgerProcess server, String role) {
        var credentials = (role + ":" + server.password(role)).getBytes(UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private static Connection connect(LedgerProcess server) throws SQLException {
        var postgres = RunningPostgres.on(server.data().resolve("postgres")).orElseThrow();
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static long size(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(SIZE)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long since(Connection database, long position) throws SQLException {
        try (var statement = database.prepareStatement(OF_REQUESTS)) {
            statement.setLong(1, position);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
