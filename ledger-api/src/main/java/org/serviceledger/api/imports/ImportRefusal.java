package org.serviceledger.api.imports;

import org.serviceledger.api.Refusal;

/** Why an import command was refused. */
public sealed interface ImportRefusal extends Refusal {

    record NotBegun(ImportId importId) implements ImportRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "import/begun-first";
        }

        @Override
        public String detail() {
            return "%s was not begun (导入未开始)".formatted(importId);
        }
    }
}
