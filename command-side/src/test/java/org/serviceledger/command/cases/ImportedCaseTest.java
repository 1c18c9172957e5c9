package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.*;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.cases.CaseCommand.ImportCase;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseRefusal.ImportedElsewhere;
import org.serviceledger.api.cases.CaseRefusal.NotImported;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.api.imports.Provenance;

class ImportedCaseTest {

    private static final ImportId FILE = ImportId.ofDigest("a".repeat(64));
    private static final ImportId MENDED_FILE = ImportId.ofDigest("b".repeat(64));
    private static final Actor RESOURCE =
            new Actor("Resource21", "Resource21", ActorRole.RESOURCE, null, null, null, "Group 1", null);

    @Nested
    class AnImportedCase {

        @Test
        void comesWithItsActsAsTheFileTellsThem() {
            var events =
                    nothing().when(file(FILE, "case-10011", acts(2))).outcome().events();

            assertThat(events).hasSize(3).first().isInstanceOf(CaseImported.class);
            assertThat(events.get(2)).isInstanceOfSatisfying(ImportedActRecorded.class, act -> {
                assertThat(act.ordinal()).isEqualTo(1);
                assertThat(act.by()).isEqualTo(RESOURCE);
                assertThat(act.occurredAt()).isEqualTo(at("2011-10-11 13:01"));
                assertThat(act.organization()).isEqualTo(COUNTY);
            });
        }

        @Test
        void imposesNoOrderOnTheTimesOfTheFile() {
            var backwards = acts(3).reversed();

            assertThat(nothing()
                            .when(file(FILE, "case-10011", backwards))
                            .outcome()
                            .events())
                    .hasSize(4);
        }

        @Test
        void isTakenOverOnce() {
            nothing()
                    .after(file(FILE, "case-10011", acts(2)))
                    .when(file(FILE, "case-10011", acts(2)))
                    .thenNothing();
        }

        @Test
        void goesOnWhereABrokenImportEndedAlsoFromAMendedFile() {
            nothing()
                    .after(file(FILE, "case-10011", acts(1)))
                    .when(file(MENDED_FILE, "case-10011", acts(2)))
                    .thenOne(ImportedActRecorded.class);
        }

        @Test
        void isNotMixedWithOneOfAnotherOrigin() {
            var held = nothing().after(file(FILE, "case-10011", acts(2)));
            var elsewhere = new ImportedElsewhere(CASE, "log.xes (case-10011)");

            held.when(file(FILE, "another", acts(2))).thenRefused(elsewhere);
            held.when(file(FILE, "case-10011", acts(2), new Attribute("department", "string", "Experts", List.of())))
                    .thenRefused(elsewhere);
            held.when(file(
                            FILE,
                            "case-10011",
                            acts(3).subList(1, 3).stream()
                                    .map(ImportedCaseTest::movedUp)
                                    .toList()))
                    .thenRefused(elsewhere);
        }

        @Test
        void isNotHandledHere() {
            nothing()
                    .after(file(FILE, "case-10011", acts(2)))
                    .when(accept("2024-03-01 09:00"))
                    .thenRefused(notNow("Accept", Stage.IMPORTED));
        }

        @Test
        void doesNotReplaceACaseAppliedForHere() {
            received().when(file(FILE, "case-10011", acts(2))).thenRefused(new NotImported(CASE));
        }
    }

    private static List<ImportedAct> acts(int count) {
        return IntStream.range(0, count)
                .mapToObj(ordinal -> new ImportedAct(
                        ordinal,
                        "T0%d".formatted(ordinal),
                        "complete",
                        RESOURCE,
                        at("2011-10-11 13:0" + ordinal),
                        List.of()))
                .toList();
    }

    private static ImportedAct movedUp(ImportedAct act) {
        return new ImportedAct(
                act.ordinal() - 1, act.activity(), act.transition(), act.by(), act.occurredAt(), act.attributes());
    }

    private static ImportCase file(ImportId file, String originalId, List<ImportedAct> acts, Attribute... more) {
        var attributes = Stream.concat(
                        Stream.of(new Attribute("channel", "string", "Internet", List.of())), Stream.of(more))
                .toList();
        return new ImportCase(
                CASE,
                new Provenance(file, "XES 1.0", "log.xes", originalId),
                originalId,
                "General",
                "Internet",
                "Resource21",
                at("2011-10-11 13:00"),
                null,
                null,
                attributes,
                acts,
                COUNTY,
                ADMIN,
                at("2026-01-05 09:00"));
    }
}
