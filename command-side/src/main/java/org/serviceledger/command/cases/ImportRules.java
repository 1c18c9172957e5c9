package org.serviceledger.command.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.CaseCommand.ImportCase;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseImportedBuilder;
import org.serviceledger.api.cases.CaseRefusal.ImportedElsewhere;
import org.serviceledger.api.cases.CaseRefusal.NotImported;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.command.cases.CaseState.Applied;
import org.serviceledger.command.cases.CaseState.Decided;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.Imported;
import org.serviceledger.command.cases.CaseState.Imported.Act;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Received;

/** The rules for importing cases from files. A file may be imported repeatedly. */
final class ImportRules {

    private ImportRules() {}

    static List<CaseEvent> importCase(CaseState state, ImportCase c) {
        return switch (state) {
            case NotApplied _ -> {
                var events = new ArrayList<CaseEvent>();
                events.add(imported(c));
                events.addAll(missingActs(
                        new Imported(c.provenance(), c.title(), c.organization(), c.attributes(), new HashMap<>()), c));
                yield List.copyOf(events);
            }
            case Imported held -> missingActs(mustBeTheSame(held, c), c);
            case Applied _, Received _, InHand _, Decided _, Ended _ ->
                throw new CommandRefused(new NotImported(c.caseId()));
        };
    }

    private static CaseImported imported(ImportCase c) {
        return CaseImportedBuilder.builder()
                .caseId(c.caseId())
                .provenance(c.provenance())
                .title(c.title())
                .department(c.department())
                .channel(c.channel())
                .responsible(c.responsible())
                .startedAt(c.startedAt())
                .endedAt(c.endedAt())
                .dueAt(c.dueAt())
                .attributes(c.attributes())
                .organization(c.organization())
                .by(c.by())
                .occurredAt(c.at())
                .build();
    }

    /**
     * Returns events for the acts that the ledger does not hold. Refuses if it holds an act with the same ordinal but
     * other content: that act belongs to another case with this number.
     */
    private static List<CaseEvent> missingActs(Imported held, ImportCase c) {
        var known = new HashMap<>(held.acts());
        var missing = new ArrayList<CaseEvent>();
        for (var act : c.acts()) {
            var told = new Act(act.activity(), act.by().person(), act.occurredAt());
            var before = known.putIfAbsent(act.ordinal(), told);
            if (before == null) {
                missing.add(recorded(act, c));
            } else if (!before.equals(told)) {
                throw elsewhere(held, c);
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Refuses unless the command describes the same case as the ledger. The file itself may differ: a corrupted file
     * that was repaired has another digest and perhaps another name, but it describes the same case in the same words.
     */
    private static Imported mustBeTheSame(Imported held, ImportCase c) {
        var before = held.provenance();
        var now = c.provenance();
        var same = before.originalId().equals(now.originalId())
                && before.format().equals(now.format())
                && held.title().equals(c.title())
                && held.attributes().equals(c.attributes());
        if (same) {
            return held;
        }
        throw elsewhere(held, c);
    }

    private static CommandRefused elsewhere(Imported held, ImportCase c) {
        var origin = held.provenance();
        return new CommandRefused(
                new ImportedElsewhere(c.caseId(), "%s (%s)".formatted(origin.file(), origin.originalId())));
    }

    private static ImportedActRecorded recorded(ImportedAct act, ImportCase c) {
        return new ImportedActRecorded(
                c.caseId(),
                act.ordinal(),
                act.activity(),
                act.transition(),
                act.attributes(),
                c.organization(),
                act.by(),
                act.occurredAt());
    }
}
