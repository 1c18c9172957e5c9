package org.serviceledger.app.console;

import java.util.List;
import java.util.Optional;
import org.serviceledger.words.Words;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes invalid arguments in the command's language. Rare errors keep picocli's English text. */
final class Misunderstood {

    private Misunderstood() {}

    static String reason(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched
            when !unmatched.getUnmatched().isEmpty() -> unknown(unmatched);
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() -> missing(missing.getMissing());
            case OverwrittenOptionException twice ->
                Words.say("console.given-twice", "option", name(twice.getOverwritten()));
            case ParameterException wrong
            when wrong.getArgSpec() != null && wrong.getValue() != null -> wrong(wrong.getArgSpec(), wrong.getValue());
            case ParameterException without when isWithoutCommand(without) -> Words.say("console.command-missing");
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String unknown(UnmatchedArgumentException e) {
        var all = e.getUnmatched();
        if (e.isUnknownOption()) {
            return Words.say("console.unknown-options", "options", all);
        }
        return e.getCommandLine().getSubcommands().isEmpty()
                ? Words.say("console.unknown-arguments", "arguments", all)
                : Words.say("console.unknown-command", "command", all.getFirst());
    }

    private static String missing(List<ArgSpec> all) {
        Optional<ArgSpec> option = all.stream().filter(ArgSpec::isOption).findFirst();
        if (option.isEmpty()) {
            return Words.say(
                    "console.parameter-missing",
                    "parameters",
                    all.stream().map(Misunderstood::name).toList());
        }
        return option.get().required()
                ? Words.say("console.option-missing", "option", name(option.get()))
                : Words.say("console.value-missing", "option", name(option.get()));
    }

    private static String wrong(ArgSpec argument, String value) {
        var kind = argument.typeInfo().isMap() ? "Map" : argument.auxiliaryTypes()[0].getSimpleName();
        return Words.say("console.value-wrong", "argument", name(argument), "kind", kind, "value", value);
    }

    private static boolean isWithoutCommand(ParameterException e) {
        return e.getCause() == null && !e.getCommandLine().getSubcommands().isEmpty();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
