package org.serviceledger.query.publicsite;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.projection.item.ItemAvailability;
import org.serviceledger.projection.item.ItemDocument;
import org.serviceledger.projection.item.Items;
import org.serviceledger.projection.text.ChineseText;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Cursor;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Facet;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.Highlight;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Message;
import org.springframework.stereotype.Service;

/** The public list of service items, and the guide of each item. */
@Service
public class PublicItems {

    private static final List<SortOptions> BEST_FIRST =
            List.of(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))), by("name"), by("itemId"));
    private static final float IN_THE_NAME = 4;
    private static final float BY_PINYIN = 2;
    private static final int MOST_VALUES = 100;
    private static final String PREFIX = "item-";

    private final Documents documents;
    private final AsOf asOf;
    private final Clock clock;

    PublicItems(Documents documents, AsOf asOf, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** Returns one page of the items that match, without cancelled items. Only the first page has facets. */
    public ItemList list(ItemQuestion question, Freshness freshness) {
        question.faults().freshness(freshness).refuseIfAny();
        var position = asOf.await(freshness, List.of(Items.NAME));
        var cursor = Cursor.read(question.cursor(), question.withoutPlace(), BEST_FIRST.size(), clock.instant());
        var response = documents.searchPublished(
                Items.NAME, ItemDocument.class, query(question), search -> page(search, question, cursor));
        var total = response.hits().total();
        return new ItemList(
                total == null ? 0 : total.value(),
                total == null ? "eq" : total.relation().jsonValue(),
                Documents.sources(response).stream()
                        .map(item -> entry(item, question.q()))
                        .toList(),
                facets(response, question),
                cursor.next(response.hits().hits(), question.size(), question.withoutPlace()),
                position);
    }

    /**
     * Returns the guide of the item with this identifier or code.
     *
     * @throws CannotAnswer if there is no such item, or it cannot be read now
     */
    public ItemGuide guide(String idOrCode, Freshness freshness) {
        new Faults().freshness(freshness).refuseIfAny();
        var id = idOrCode.startsWith(PREFIX) ? idOrCode : PREFIX + idOrCode;
        new Faults().form("id", id, ItemId::new).refuseIfAny();
        var position = asOf.await(freshness, List.of(Items.NAME));
        return documents.find(Items.NAME, ItemDocument.class, VisibleTo.everyone(), List.of(id)).stream()
                .findFirst()
                .map(item -> guide(item, position))
                .orElseThrow(() -> new CannotAnswer(new NotFound(Message.of("what.item", "id", idOrCode))));
    }

    private static Query query(ItemQuestion asked) {
        var filters = new ArrayList<Query>();
        filters.add(Queries.not(Queries.term("state", ItemAvailability.CANCELLED.name())));
        add(filters, "category", asked.category());
        add(filters, "department", asked.department());
        add(filters, "theme", asked.theme());
        add(filters, "audiences", asked.audience());
        var text = asked.q();
        return text == null
                ? Queries.and(filters)
                : Query.of(query -> query.bool(bool -> bool.must(text(text)).filter(filters)));
    }

    private static Query text(String asked) {
        var any = new ArrayList<Query>();
        any.add(Queries.term("code", asked.strip()));
        var words = ChineseText.query(asked);
        if (!words.isBlank()) {
            any.add(Queries.words("nameWords", words, IN_THE_NAME));
            any.add(Queries.words("words", words, 1));
        }
        var pinyin = ChineseText.pinyinQuery(asked);
        if (!pinyin.isBlank()) {
            any.add(Queries.words("pinyin", pinyin, BY_PINYIN));
        }
        return Queries.or(any.toArray(Query[]::new));
    }

    private static void add(List<Query> filters, String field, @Nullable Object value) {
        if (value instanceof Enum<?> named) {
            filters.add(Queries.term(field, named.name()));
        } else if (value != null) {
            filters.add(Queries.term(field, value.toString()));
        }
    }

    private static SearchRequest.Builder page(SearchRequest.Builder search, ItemQuestion question, Cursor cursor) {
        search.size(question.size()).sort(BEST_FIRST);
        return question.cursor() == null
                ? search.aggregations(Map.of(
                        "category", terms("category"),
                        "department", terms("department"),
                        "theme", terms("theme"),
                        "audience", terms("audiences")))
                : search.searchAfter(cursor.after());
    }

    private static Map<String, List<Facet>> facets(SearchResponse<ItemDocument> response, ItemQuestion question) {
        if (question.cursor() != null) {
            return Map.of();
        }
        var counted = response.aggregations();
        var facets = new LinkedHashMap<String, List<Facet>>();
        facets.put(
                "category",
                facet(
                        counted,
                        "category",
                        value -> ServiceCategory.valueOf(value).term()));
        facets.put("department", facet(counted, "department", UnaryOperator.identity()));
        facets.put("theme", facet(counted, "theme", UnaryOperator.identity()));
        facets.put(
                "audience",
                facet(counted, "audience", value -> Audience.valueOf(value).term()));
        return facets;
    }

    private static List<Facet> facet(Map<String, Aggregate> counted, String name, UnaryOperator<String> label) {
        var values = Objects.requireNonNull(counted.get(name));
        return !values.isSterms()
                ? List.of()
                : values.sterms().buckets().array().stream()
                        .map(bucket -> new Facet(
                                bucket.key().stringValue(),
                                label.apply(bucket.key().stringValue()),
                                bucket.docCount()))
                        .toList();
    }

    private static ItemList.Entry entry(ItemDocument item, @Nullable String words) {
        var details = item.details();
        var legal = details.legalLimit();
        return EntryBuilder.builder()
                .id(item.itemId().value())
                .name(item.name())
                .nameHtml(Highlight.html(item.name(), words))
                .department(item.department())
                .category(item.category())
                .categoryTerm(item.category().term())
                .theme(item.theme())
                .kind(item.kind())
                .kindTerm(item.kind().term())
                .legalLimit(legal == null ? null : legal.toString())
                .promisedLimit(details.promisedLimit().toString())
                .fee(details.fee())
                .inService(item.state() == ItemAvailability.IN_FORCE)
                .demonstration(item.demonstration())
                .build();
    }

    private static ItemGuide guide(ItemDocument item, long position) {
        var since = item.versions().isEmpty() ? null : item.versions().getLast().since();
        return new ItemGuide(
                item.itemId().value(),
                item.code(),
                item.version(),
                since,
                item.state() == ItemAvailability.IN_FORCE,
                item.state() == ItemAvailability.IN_FORCE ? null : item.state().term(),
                item.details(),
                position);
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(any -> any.terms(terms -> terms.field(field).size(MOST_VALUES)));
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }
}
