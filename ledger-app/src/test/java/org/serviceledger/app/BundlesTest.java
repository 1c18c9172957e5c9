package org.serviceledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.words.Language;
import org.serviceledger.words.Term;
import org.serviceledger.words.Words;

/** Checks the bundles of all modules together, and that sources contain no user-facing text of their own. */
class BundlesTest {

    private static final Path REPOSITORY = Path.of("..");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern CITED = Pattern.compile("\\p{IsHan}+(?:〔\\d{4}〕\\d+号| \\d+)");
    private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z]{2,}[\\s,;:&]+[A-Za-z]{2,}[^<>]*");
    private static final Pattern ENGLISH_ASIDE = Pattern.compile("\\slang=\"en\"");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|aria-label|placeholder|alt)=\"[^\"]*[A-Za-z]{2,}[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w./-]*");

    /** Prefixes of keys that are composed at run time, with the reason. */
    private static final Map<String, String> COMPOSED =
            Map.of("metric.", "a figure has its definition under its name; DefinitionsTest sees that all are used");

    /** Packages and classes whose Chinese literals are not user-facing text, with the reason. */
    private static final Map<String, String> CHINESE = Map.of(
            "org.serviceledger.api.Actor",
            "the program acts under a name that is recorded, and what is recorded is in Chinese",
            "org.serviceledger.app.demonstration.",
            "what the demonstration records is data, in Chinese as a county has it",
            "org.serviceledger.app.imports.",
            "what a file leaves open is recorded, and what is recorded is in Chinese",
            "org.serviceledger.benchmark.",
            "what benchmarks record is data",
            "org.serviceledger.command.evaluation.PublicEvaluationsApi",
            "whoever rates without a sign-in is recorded under a name",
            "org.serviceledger.projection.act.RegisterActs",
            "what is indexed is in Chinese",
            "org.serviceledger.words.Moments",
            "the form of a date");

    private static final Map<Language, BundleText> BUNDLES = new EnumMap<>(Language.class);

    private static JavaClasses classes;
    private static JavaText sources;

    @BeforeAll
    static void read() throws IOException {
        for (var language : Language.values()) {
            BUNDLES.put(language, BundleText.of(REPOSITORY, language));
        }
        sources = JavaText.of(REPOSITORY);
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.serviceledger");
    }

    @ParameterizedTest
    @EnumSource
    void everyFileOfWordsIsRead(Language language) {
        assertThat(Words.in(language).keys())
                .containsExactlyInAnyOrderElementsOf(bundle(language).entries().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void noMessageStandsTwice(Language language) {
        assertThat(bundle(language).repeated()).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSame() {
        var faults = new TreeSet<String>();
        var chinese = bundle(Language.CHINESE).entries();
        var english = bundle(Language.ENGLISH).entries();
        chinese.forEach((key, entry) -> {
            var other = english.get(key);
            if (other == null) {
                faults.add("%s: %s is not said in English".formatted(entry.place(), key));
            } else if (!entry.arguments().equals(other.arguments())) {
                faults.add("%s: %s takes %s, but %s in English"
                        .formatted(entry.place(), key, entry.arguments(), other.arguments()));
            }
        });
        english.forEach((key, entry) -> {
            if (!chinese.containsKey(key)) {
                faults.add("%s: %s is not said in Chinese".formatted(entry.place(), key));
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void noMessageIsUnused() throws IOException {
        var used = used();
        var unused = bundle(Language.CHINESE).entries().entrySet().stream()
                .filter(message -> !used.contains(message.getKey()))
                .filter(message -> COMPOSED.keySet().stream()
                        .noneMatch(beginning -> message.getKey().startsWith(beginning)))
                .map(message ->
                        "%s: nobody says %s".formatted(message.getValue().place(), message.getKey()))
                .sorted();

        assertThat(unused).isEmpty();
    }

    @Test
    void noMessageIsMissing() throws IOException {
        var there = bundle(Language.CHINESE).entries();
        var faults = new TreeSet<String>();
        composed().filter(key -> !there.containsKey(key)).forEach(key -> faults.add("there are no words for " + key));
        said().forEach(message -> {
            var entry = there.get(message.key());
            if (entry == null) {
                faults.add("%s: there are no words for %s".formatted(message.place(), message.key()));
            } else if (!message.arguments().containsAll(entry.arguments())) {
                faults.add("%s: %s takes %s and is given %s"
                        .formatted(message.place(), message.key(), entry.arguments(), message.arguments()));
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void sourcesHaveNoChineseInThem() {
        assertThat(places(literal ->
                        !literal.citation() && HAN.matcher(literal.text()).find()))
                .isEmpty();
    }

    @Test
    void noTextIsInTwoLanguages() {
        assertThat(places(literal -> HAN.matcher(literal.text()).find()
                        && ENGLISH_WORD.matcher(literal.text()).find()))
                .isEmpty();
    }

    @Test
    void pagesHaveNoChineseInThem() throws IOException {
        assertThat(PageText.all(REPOSITORY).stream().flatMap(page -> page.places(HAN)))
                .isEmpty();
    }

    @Test
    void pagesHaveNoEnglishInThem() throws IOException {
        assertThat(PageText.templates(REPOSITORY).stream()
                        .flatMap(page -> Stream.of(
                                        page.places(ENGLISH_ASIDE),
                                        page.places(SPOKEN_ATTRIBUTE),
                                        page.placesBetweenTags(ENGLISH_SENTENCE))
                                .flatMap(places -> places)))
                .isEmpty();
    }

    @Test
    void whatIsSaidInEnglishHasNoChineseInIt() {
        assertThat(bundle(Language.ENGLISH).entries().values().stream()
                        .filter(entry -> HAN.matcher(
                                        CITED.matcher(entry.pattern()).replaceAll(""))
                                .find())
                        .map(entry -> entry.place() + ": " + entry.pattern()))
                .isEmpty();
    }

    private static BundleText bundle(Language language) {
        return Objects.requireNonNull(BUNDLES.get(language));
    }

    private static List<String> places(Predicate<JavaText.Literal> forbidden) {
        return sources.literals().stream()
                .filter(literal -> CHINESE.keySet().stream().noneMatch(name -> isOf(literal.type(), name)))
                .filter(forbidden)
                .map(literal -> literal.place() + ": " + literal.text())
                .toList();
    }

    /** Whether the name is this type, or ends with a dot and is a package that contains it. */
    private static boolean isOf(String type, String name) {
        return name.endsWith(".") ? type.startsWith(name) : type.equals(name);
    }

    private static List<SaidMessage> said() throws IOException {
        return Stream.concat(
                        sources.messages().stream(),
                        PageText.templates(REPOSITORY).stream().flatMap(page -> page.messages().stream()))
                .toList();
    }

    private static Set<String> used() throws IOException {
        var used = new HashSet<String>();
        composed().forEach(used::add);
        classes.stream().filter(JavaClass::isRecord).map(BundlesTest::key).forEach(used::add);
        Stream.concat(
                        sources.literals().stream().map(JavaText.Literal::text),
                        PageText.all(REPOSITORY).stream().map(PageText::text))
                .flatMap(text -> NAME.matcher(text).results())
                .forEach(name -> used.add(name.group()));
        return used;
    }

    /** Keys derived from the names of types. */
    private static Stream<String> composed() {
        return Stream.of(terms(), events(), commands(), families(), fields()).flatMap(keys -> keys);
    }

    private static Stream<String> events() {
        return EventTypes.all().stream().map(type -> "event." + EventTypes.wireName(type));
    }

    private static Stream<String> commands() {
        return classes.stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(LedgerCommand.class))
                .map(type -> "command." + type.getSimpleName());
    }

    private static Stream<String> families() {
        return Families.ALL.stream()
                .filter(family -> family.address() != null)
                .map(family -> "family." + family.feature());
    }

    /** The labels of the fields of all acts that have a form, and of the variables of their paths. */
    private static Stream<String> fields() {
        var acts = DeclaredActs.ALL.stream()
                .filter(act -> !act.declaration().special())
                .toList();
        return Stream.concat(
                acts.stream().flatMap(act -> act.address().variables().stream()).map(variable -> "field." + variable),
                acts.stream().flatMap(act -> act.fields().stream()).flatMap(BundlesTest::labels));
    }

    private static Stream<String> labels(ActField field) {
        return Stream.concat(
                Stream.of(field.label().key()), field.parts().stream().flatMap(BundlesTest::labels));
    }

    private static Stream<String> terms() {
        return classes.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Term.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants())
                        .map(constant -> key(type) + "." + ((Enum<?>) constant).name()));
    }

    private static String key(JavaClass type) {
        return type.getEnclosingClass()
                .map(around -> around.getSimpleName() + "." + type.getSimpleName())
                .orElse(type.getSimpleName());
    }
}
