package org.serviceledger.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.Refusal;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Dependency rules between packages. The poms enforce most of them; this test covers what poms cannot express. */
@AnalyzeClasses(
        packages = "org.serviceledger",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeFixtures.class})
class ArchitectureTest {

    /** Leaves out the module that only tests use. */
    static final class DoNotIncludeFixtures implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("ledger-fixtures");
        }
    }

    private static final String WORDS = "org.serviceledger.words..";
    private static final String API = "org.serviceledger.api..";
    private static final String STORE = "org.serviceledger.store..";
    private static final String WEB = "org.serviceledger.web..";
    private static final String COMMAND = "org.serviceledger.command..";
    private static final String PROJECTION = "org.serviceledger.projection..";
    private static final String QUERY = "org.serviceledger.query..";
    private static final String APP = "org.serviceledger.app..";
    private static final String BENCHMARKS = "org.serviceledger.benchmark..";

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "system");

    @ArchTest
    static final ArchRule theApiKnowsNoFramework = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    API,
                    WORDS,
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "jakarta.validation..", // the constraints of an act's fields
                    "io.soabase.recordbuilder.core..") // a mark on generated builders, not needed to run them
            .because("events are read for decades, and frameworks are replaced in that time");

    @ArchTest
    static final ArchRule theStoreKnowsNoDomain = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API, WEB, COMMAND, PROJECTION, QUERY, APP, BENCHMARKS)
            .because("it is a library of its own: any domain's events can be sealed in it");

    @ArchTest
    static final ArchRule theWebKnowsTheApiAlone = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORE, COMMAND, PROJECTION, QUERY, APP, BENCHMARKS)
            .because("writes, reads and the edge share it, and none of them may reach another through it");

    @ArchTest
    static final ArchRule problemsAreBuiltInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .callMethodWhere(describe(
                    "begin a problem",
                    call -> call.getTargetOwner().isEquivalentTo(ProblemDetail.class)
                            && call.getTarget().getName().startsWith("forStatus")))
            .because("a program reads every problem alike, whatever refused its request");

    @ArchTest
    static final ArchRule commandsKnowTheApiAndTheStore = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROJECTION, QUERY, APP, BENCHMARKS)
            .because("a rule that reads a read model decides on what may be stale");

    @ArchTest
    static final ArchRule projectionsKnowTheApiAlone = noClasses()
            .that()
            .resideInAPackage(PROJECTION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORE, WEB, COMMAND, QUERY, APP, BENCHMARKS)
            .because("a document is folded from events and nothing else, so that it can be built anew");

    @ArchTest
    static final ArchRule queriesKnowDocumentsAndProofs = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, APP, BENCHMARKS)
            .because("writes and reads meet only in the API; pages send their forms to the write API as anybody does");

    @ArchTest
    static final ArchRule nobodyKnowsTheApplication = noClasses()
            .that()
            .resideOutsideOfPackages(APP, BENCHMARKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APP, BENCHMARKS)
            .because("the modules are put together in one place, and can be put together otherwise");

    @ArchTest
    static final ArchRule queriesNeverTouchTheEventStore = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.axonframework.eventsourcing..",
                            "org.axonframework.commandhandling..",
                            "org.axonframework.modelling..",
                            "java.sql..",
                            "javax.sql..")
                    .or(describe(
                            "are the event storage engine",
                            type -> type.getSimpleName().equals("PostgresEventStorageEngine"))))
            .because("reading must not be able to write, and replaying a stream for each question does not scale");

    @ArchTest
    static final ArchRule rulesArePure = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .haveNameMatching(".*(Decider|State|Rules)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework..",
                    "org.springframework..",
                    "org.slf4j..",
                    "java.sql..",
                    "javax.sql..",
                    "tools.jackson..",
                    "java.io..")
            .because("a rule is a function from what happened and what is asked to what happens");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that(resideInAPackage(COMMAND)
                    .and(describe("decide", type -> !type.getPackageName().equals("org.serviceledger.command.web")))
                    .or(resideInAPackage(API)))
            .should()
            .accessTargetWhere(describe("read a clock", ArchitectureTest::readsAClock))
            .because("times come in with the command: the same history must always be decided the same way");

    @ArchTest
    static final ArchRule messagesAreRecords = classes()
            .that(assignableTo(LedgerCommand.class)
                    .or(assignableTo(LedgerEvent.class))
                    .or(assignableTo(Refusal.class)))
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .because("messages are data: equal when their parts are, and never changed");

    @ArchTest
    static final ArchRule everyWriteOfItsOwnNamesItsAct = methods()
            .that(describe(
                    "take a command",
                    method -> method.isAnnotatedWith(PostMapping.class) || method.isAnnotatedWith(PutMapping.class)))
            .and()
            .areDeclaredInClassesThat(resideInAPackage("org.serviceledger.command..")
                    .and(describe(
                            "are not public", type -> !type.getSimpleName().startsWith("Public"))))
            .should()
            .beAnnotatedWith("org.serviceledger.command.web.ForAct")
            .because("the declaration of the act says who may do it");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helper|Dto|DTO)")
            .because("an implementation is named by what makes it different, and help has a subject");

    @ArchTest
    static final ArchRule aFieldOfADocumentStandsInItsRecordAlone = noClasses()
            .should()
            .haveSimpleNameEndingWith("Draft")
            .because("a fold changes the builder that is generated from the record");

    private static final int MOST_ARGUMENTS = 10;

    @ArchTest
    static final ArchRule manyArgumentsAreNamed = noClasses()
            .that()
            .areNotAnnotatedWith("io.soabase.recordbuilder.core.RecordBuilderGenerated")
            .should()
            .callConstructorWhere(describe(
                    "takes more than ten arguments of ours",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.serviceledger.")
                            && call.getTarget().getRawParameterTypes().size() > MOST_ARGUMENTS))
            .because("nobody sees whether the eleventh of so many values stands in its place; a builder names each");

    @ArchTest
    static final ArchRule everyFamilyIsNamedAndInThePackageOfItsFeature = classes()
            .that(describe("are families of messages", ArchitectureTest::isAFamily))
            .should(ArchCondition.from(describe(
                    "be named among the families, in the package of their feature", ArchitectureTest::isNamed)))
            .because("what is not in the list is stored under no name and handled by nobody");

    /** Packages that belong to no feature: shared code, and answers that cover several features. */
    private static final Set<String> SHARED = Set.of(
            "acceptance",
            "access",
            "stream",
            "timetable",
            "web", // command
            "act",
            "embedded",
            "engine",
            "text", // projection
            "acts",
            "attendance",
            "evidence",
            "language",
            "pages",
            "performance",
            "publicsite",
            "shared"); // query

    @ArchTest
    static final ArchRule aFeatureHasOneNameInEveryModule = classes()
            .that()
            .resideInAnyPackage(
                    "org.serviceledger.command.*..", "org.serviceledger.projection.*..", "org.serviceledger.query.*..")
            .should(ArchCondition.from(describe(
                    "be in the package of a family, or of what features share",
                    type -> SHARED.contains(feature(type))
                            || Families.ALL.stream()
                                    .anyMatch(family -> family.feature().equals(feature(type))))))
            .because("whoever knows where the messages of a feature are finds its rules, documents and questions");

    @ArchTest
    static void noClassNameStandsTwice(JavaClasses all) {
        var names = all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    private static String feature(JavaClass type) {
        return List.of(type.getPackageName().split("\\.", -1)).get(3);
    }

    private static boolean isAFamily(JavaClass type) {
        return type.isInterface()
                && type.getRawInterfaces().stream()
                        .anyMatch(root -> root.isEquivalentTo(LedgerCommand.class)
                                || root.isEquivalentTo(LedgerEvent.class)
                                || root.isEquivalentTo(Refusal.class));
    }

    private static boolean isNamed(JavaClass type) {
        return Families.ALL.stream()
                .filter(family -> type.getPackageName().equals("org.serviceledger.api." + family.feature()))
                .anyMatch(family -> Stream.of(family.commands(), family.events(), family.refusals())
                        .anyMatch(type::isEquivalentTo));
    }

    @ArchTest
    static final ArchRule modulesHaveNoCycles = slices().matching("org.serviceledger.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what depends on each other is one thing");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("org.serviceledger.(*).(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs those that need it cannot be read alone");

    private static boolean readsAClock(JavaAccess<?> access) {
        return CLOCKS.contains(access.getTarget().getName()) && isAClock(access.getTargetOwner());
    }

    private static boolean isAClock(JavaClass owner) {
        return owner.getPackageName().equals("java.time")
                || owner.isEquivalentTo(System.class)
                || owner.isEquivalentTo(Clock.class);
    }
}
