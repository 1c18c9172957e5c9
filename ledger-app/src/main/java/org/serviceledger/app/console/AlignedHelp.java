package org.serviceledger.app.console;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Help of a command with aligned columns. Picocli pads Chinese characters, which are two columns wide, as if they were
 * one.
 */
final class AlignedHelp extends Help {

    AlignedHelp(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    @Override
    public Layout createDefaultLayout(
            List<OptionSpec> options, List<PositionalParamSpec> parameters, ColorScheme colors) {
        var columns = TextTable.forDefaultColumns(
                        colors,
                        calcLongOptionColumnWidth(options, parameters, colors),
                        commandSpec().usageMessage().width())
                .columns();
        return new Layout(
                colors, new Aligned(colors, columns), createDefaultOptionRenderer(), createDefaultParameterRenderer());
    }

    private static final class Aligned extends TextTable {

        Aligned(ColorScheme colors, Column[] columns) {
            super(colors, columns);
        }

        @Override
        public StringBuilder toString(StringBuilder text) {
            var columns = columns();
            for (int row = 0; row < rowCount(); row++) {
                var line = new StringBuilder();
                for (int column = 0; column < columns.length; column++) {
                    var cell = textAt(row, column);
                    var room = columns[column].width - cell.getCJKAdjustedLength();
                    line.append(cell).append(" ".repeat(Math.max(0, room)));
                }
                text.append(line.toString().stripTrailing()).append(System.lineSeparator());
            }
            return text;
        }
    }
}
