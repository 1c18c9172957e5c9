package org.serviceledger.api.window;

import org.serviceledger.api.Refusal;

/** Why a window command was refused. */
public sealed interface WindowRefusal extends Refusal {

    record WindowAlreadySetUp(WindowId windowId) implements WindowRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "window/set-up-once";
        }

        @Override
        public String detail() {
            return "%s has been set up already (窗口已设立)".formatted(windowId);
        }
    }

    record WindowNotSetUp(WindowId windowId) implements WindowRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "window/set-up-first";
        }

        @Override
        public String detail() {
            return "there is no window %s (窗口不存在)".formatted(windowId);
        }
    }

    record WindowIsRetired(WindowId windowId) implements WindowRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "window/in-use";
        }

        @Override
        public String detail() {
            return "%s has been retired (窗口已撤销)".formatted(windowId);
        }
    }
}
