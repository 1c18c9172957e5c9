package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCommandTargetsTest {

    private final RecordCommandTargets targets = new RecordCommandTargets();

    record Write(
            String text,
            @TargetAggregateIdentifier @Nullable String note) {}

    record Rewrite(
            @TargetAggregateIdentifier String note,
            @TargetAggregateVersion Long version) {}

    sealed interface Family {
        @TargetAggregateIdentifier
        String member();
    }

    record Child(String name, String member) implements Family {}

    record Nobody(String text) {}

    static final class Burn {

        @TargetAggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private final String note = "note-3";
    }

    @Test
    void aRecordNamesItsAggregateByItsComponent() {
        assertThat(target(new Write("text", "note-1")).getIdentifier()).isEqualTo("note-1");
        assertThat(target(new Write("text", "note-2")).getIdentifier()).isEqualTo("note-2");
        assertThat(target(new Write("text", "note-2")).getVersion()).isNull();
        assertThat(target(new Child("anna", "family-1")).getIdentifier()).isEqualTo("family-1");
    }

    @Test
    void whatAxonAloneUnderstandsIsLeftToIt() {
        assertThat(target(new Rewrite("note-1", 7L)).getVersion()).isEqualTo(7L);
        assertThat(target(new Burn()).getIdentifier()).isEqualTo("note-3");
    }

    @Test
    void aCommandForNobodyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(new Write("text", null)))
                .withMessageContaining("note is null");
        assertThatIllegalArgumentException().isThrownBy(() -> target(new Nobody("text")));
    }

    private VersionedAggregateIdentifier target(Object command) {
        return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command));
    }
}
