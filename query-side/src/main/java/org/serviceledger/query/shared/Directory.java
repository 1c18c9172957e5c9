package org.serviceledger.query.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.projection.organization.Organizations;
import org.springframework.stereotype.Component;

/** Names of organisations and windows as of now, cached for up to 10 seconds. Documents carry identifiers only. */
@Component
public class Directory {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Documents documents;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Map.of());

    Directory(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    private record Known(Instant since, Map<OrganizationId, OrganizationDocument> organizations) {}

    /** Returns the organisation's name, or its identifier while it has no name. */
    public String nameOf(OrganizationId organization) {
        return find(organization).map(OrganizationDocument::name).orElse(organization.value());
    }

    /** Returns the window's name, or its identifier while it has no name. */
    public @Nullable String nameOf(@Nullable WindowId window) {
        return window == null
                ? null
                : find(window.organization())
                        .flatMap(at -> at.windows().stream()
                                .filter(each -> each.window().equals(window))
                                .findFirst())
                        .map(OrganizationDocument.Window::name)
                        .orElse(window.value());
    }

    public Optional<OrganizationDocument> find(OrganizationId organization) {
        var found = fresh(KEPT).get(organization);
        return Optional.ofNullable(found == null ? fresh(AT_LEAST).get(organization) : found);
    }

    /** Returns every organisation in order of code, so that parents come before their children. */
    public Collection<OrganizationDocument> all() {
        return fresh(AT_LEAST).values().stream()
                .sorted(Comparator.comparing(OrganizationDocument::code))
                .toList();
    }

    /** Returns the organisations as last read, without a request to Elasticsearch. */
    public Collection<OrganizationDocument> lastKnown() {
        return known.organizations().values();
    }

    /** Clears the cache if the question waits for a position, so that the answer shows what was just written. */
    public void forgetFor(Freshness freshness) {
        if (freshness.minPosition() != null) {
            known = new Known(Instant.EPOCH, Map.of());
        }
    }

    private Map<OrganizationId, OrganizationDocument> fresh(Duration notOlderThan) {
        var now = clock.instant();
        if (known.since().plus(notOlderThan).isBefore(now)) {
            var response = documents.searchPublished(
                    Organizations.NAME, OrganizationDocument.class, Queries.all(), search -> search.size(MOST));
            known = new Known(
                    now,
                    Documents.sources(response).stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    OrganizationDocument::organizationId, Function.identity())));
        }
        return known.organizations();
    }
}
