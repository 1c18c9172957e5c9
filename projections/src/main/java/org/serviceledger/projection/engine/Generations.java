package org.serviceledger.projection.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.Time;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.Patience.Request;

/**
 * The indices of one read model, such as {@code cases-v3-7} (read model, version, number). The alias {@code cases}
 * points to the live one.
 */
final class Generations<D extends Document> {

    private static final int NOT_FOUND = 404;
    private static final Patience NO_PATIENCE = Patience.upTo(Duration.ZERO);
    private static final Patience PATIENCE = Patience.upTo(Duration.ofMinutes(1));

    private final ElasticsearchClient client;
    private final ReadModel<D> model;
    private final ProjectionSettings settings;

    Generations(ElasticsearchClient client, ReadModel<D> model, ProjectionSettings settings) {
        this.client = client;
        this.model = model;
        this.settings = settings;
    }

    DocumentIndex<D> index(String name, Patience patience) {
        return DocumentIndex.named(client, name, model.documentType(), patience);
    }

    DocumentIndex<D> behindTheAlias(Patience patience) {
        return DocumentIndex.behind(client, model.name(), model.documentType(), patience);
    }

    /** Returns the index behind the alias, or empty if there is none or more than one. */
    Optional<String> live() {
        return behindAlias()
                .filter(names -> names.size() == 1)
                .map(names -> names.iterator().next());
    }

    private Optional<Set<String>> behindAlias() {
        return asking(
                NO_PATIENCE,
                "the alias",
                () -> client.indices()
                        .getAlias(get -> get.name(model.name()))
                        .aliases()
                        .keySet());
    }

    /** Returns whether a primary shard of the index is unassigned at this moment (status red). */
    boolean lacksShards(String index) {
        return asking(
                        NO_PATIENCE,
                        "the shards",
                        () -> client.cluster()
                                .health(health -> health.index(index))
                                .status())
                .filter(status -> status == HealthStatus.Red)
                .isPresent();
    }

    boolean isOfThisVersion(String index) {
        return index.startsWith(prefix(model));
    }

    /**
     * Creates a new, empty index beside the live one and returns its name. It has no refresh and no replicas while it
     * is filled.
     */
    String create() {
        var name = prefix(model) + (highestNumber() + 1);
        asking("a new index", () -> {
            try (var mapping = mapping()) {
                return client.indices()
                        .create(create -> create.index(name)
                                .mappings(mappings -> mappings.withJson(mapping)
                                        .properties(Kept.FOLDED_EVENTS, of -> of.long_(number -> number.index(false)))
                                        .properties(Kept.FIRST_POSITION, of -> of.long_(number -> number.index(false))))
                                .settings(set -> set.numberOfShards("1")
                                        .numberOfReplicas("0")
                                        .refreshInterval(Time.of(time -> time.time("-1")))));
            }
        });
        return name;
    }

    /** Moves the alias to the index in one step and drops all other indices. Enables refresh and replicas first. */
    void goLive(String index) {
        asking(
                "settings",
                () -> client.indices()
                        .putSettings(put -> put.index(index)
                                .settings(set -> set.numberOfReplicas(Integer.toString(settings.replicas()))
                                        .refreshInterval(Time.of(time -> time.time(
                                                settings.refreshInterval().toMillis() + "ms"))))));
        index(index, PATIENCE).refresh();
        var before = behindAlias().orElse(Set.of());
        dropWhatBearsTheNameOfTheAlias();
        asking(
                "the alias",
                () -> client.indices().updateAliases(update -> {
                    before.forEach(old -> update.actions(
                            action -> action.remove(remove -> remove.index(old).alias(model.name()))));
                    return update.actions(action -> action.add(
                            add -> add.index(index).alias(model.name()).isWriteIndex(true)));
                }));
        dropAllBut(index);
    }

    private void dropWhatBearsTheNameOfTheAlias() {
        var bearers = asking(
                        "indices",
                        () -> client.indices()
                                .get(get -> get.index(model.name()).expandWildcards(ExpandWildcard.All))
                                .indices()
                                .keySet())
                .orElse(Set.of());
        bearers.stream().filter(model.name()::equals).forEach(this::drop);
    }

    boolean hasOthersThan(String index) {
        return all().stream().anyMatch(each -> !each.equals(index));
    }

    void dropUnlessLive(String index) {
        if (!live().equals(Optional.of(index))) {
            drop(index);
        }
    }

    /** Drops all other indices of the read model, such as those of unfinished rebuilds. */
    void dropAllBut(@Nullable String index) {
        all().stream().filter(each -> !each.equals(index)).forEach(this::drop);
    }

    void drop(String index) {
        asking(
                "the index",
                () -> client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
    }

    private Set<String> all() {
        return asking(
                        "indices",
                        () -> client.indices()
                                .get(get -> get.index(model.name() + "-v*").expandWildcards(ExpandWildcard.All))
                                .indices()
                                .keySet())
                .orElse(Set.of());
    }

    static String prefix(ReadModel<?> model) {
        return "%s-v%d-".formatted(model.name(), model.version());
    }

    private long highestNumber() {
        return all().stream()
                .filter(this::isOfThisVersion)
                .mapToLong(name -> Long.parseLong(name.substring(prefix(model).length())))
                .max()
                .orElse(0);
    }

    private InputStream mapping() {
        var resource = "/elasticsearch/" + model.name() + ".json";
        var stream = model.getClass().getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("no mapping file " + resource);
        }
        return stream;
    }

    /** Returns the answer, or empty if Elasticsearch answers 404. */
    private <T> Optional<T> asking(String about, Request<T> request) {
        return asking(PATIENCE, about, request);
    }

    private <T> Optional<T> asking(Patience patience, String about, Request<T> request) {
        try {
            return Optional.ofNullable(patience.ask(
                    "Elasticsearch does not answer about %s of %s".formatted(about, model.name()), request));
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
