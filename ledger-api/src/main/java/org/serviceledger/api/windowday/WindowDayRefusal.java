package org.serviceledger.api.windowday;

import java.time.Instant;
import org.serviceledger.api.Refusal;

/** Why a command on one day of a window was refused. */
public sealed interface WindowDayRefusal extends Refusal {

    record AlreadyOpen(WindowDayId windowDayId) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "window-day/open-once";
        }

        @Override
        public String detail() {
            return "%s is open already (窗口已开启)".formatted(windowDayId);
        }
    }

    record NotOpen(WindowDayId windowDayId, String state) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "window-day/open-first";
        }

        @Override
        public String detail() {
            return "%s is %s, not open (窗口未开启)".formatted(windowDayId, state);
        }
    }

    record NotPaused(WindowDayId windowDayId, String state) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "window-day/paused-first";
        }

        @Override
        public String detail() {
            return "%s is %s, not paused (窗口未暂停)".formatted(windowDayId, state);
        }
    }

    record ReasonMissing(WindowDayId windowDayId) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "东政办发〔2020〕44号 二(六)";
        }

        @Override
        public String detail() {
            return "a pause needs a reason (暂停服务须注明原因)";
        }
    }

    record AnotherDay(WindowDayId windowDayId, Instant at) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "window-day/one-day";
        }

        @Override
        public String detail() {
            return "%1$s is not on the day of %2$s (时间 %1$s 不在当天)".formatted(at, windowDayId);
        }
    }

    record BeforeThePrevious(WindowDayId windowDayId, Instant at, Instant previous) implements WindowDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "window-day/in-order";
        }

        @Override
        public String detail() {
            return "%1$s is before what happened at %2$s (时间 %1$s 早于上一动作 %2$s)".formatted(at, previous);
        }
    }

    record NoSuchWindow(WindowDayId windowDayId) implements WindowDayRefusal {

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
            return "there is no window %s in use (窗口不存在或已撤销)".formatted(windowDayId.window());
        }
    }
}
