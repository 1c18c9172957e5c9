package org.serviceledger.projection.engine;

/** A document that is not what its events give; never tells what it says, which may be somebody's personal data. */
public sealed interface DocumentFlaw {

    String model();

    String id();

    /** What is wrong, in English. */
    String problem();

    /** What is wrong, in Chinese. */
    String problemInChinese();

    /** One line in English. */
    default String line() {
        return "document %s of %s: %s".formatted(id(), model(), problem());
    }

    /** One line in Chinese, for pages. */
    default String chinese() {
        return "读模型 %s 的文档 %s：%s".formatted(model(), id(), problemInChinese());
    }

    /** The first field in which a document and the fold of its events differ. */
    record Differs(String model, String id, String field) implements DocumentFlaw {

        @Override
        public String problem() {
            return "'%s' is not what its events give".formatted(field);
        }

        @Override
        public String problemInChinese() {
            return "字段 %s 与事件推出的不符".formatted(field);
        }
    }

    /** A document that should be there. */
    record Absent(String model, String id, long position) implements DocumentFlaw {

        @Override
        public String problem() {
            return "it is missing; the event at position %d changed it last".formatted(position);
        }

        @Override
        public String problemInChinese() {
            return "缺失（最近一次变更在位置 %d）".formatted(position);
        }
    }

    /** A document that no event gives. */
    record Surplus(String model, String id) implements DocumentFlaw {

        @Override
        public String problem() {
            return "no event gives it";
        }

        @Override
        public String problemInChinese() {
            return "没有任何事件产生过它";
        }
    }

    /** An event that cannot be read or folded, so that nothing can be said of any document. */
    record Unfoldable(long position) implements DocumentFlaw {

        @Override
        public String model() {
            return "";
        }

        @Override
        public String id() {
            return "";
        }

        @Override
        public String problem() {
            return "the event at position %d cannot be folded, so none was compared".formatted(position);
        }

        @Override
        public String problemInChinese() {
            return "位置 %d 的事件无法读取或推演，未比对任何文档".formatted(position);
        }

        @Override
        public String line() {
            return "documents: " + problem();
        }

        @Override
        public String chinese() {
            return "读模型文档：" + problemInChinese();
        }
    }

    /** A document that has not seen the last of its events. */
    record Behind(String model, String id, long position, long expected) implements DocumentFlaw {

        @Override
        public String problem() {
            return "it is as of position %d, and the event at position %d changed it".formatted(position, expected);
        }

        @Override
        public String problemInChinese() {
            return "停在位置 %d，而位置 %d 的事件已使其变更".formatted(position, expected);
        }
    }
}
