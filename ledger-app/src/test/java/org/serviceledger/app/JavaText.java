package org.serviceledger.app;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** The literals of the main Java sources, and the messages they use. Comments are ignored. */
final class JavaText {

    private static final Set<String> SAYING = Set.of("Words.say", "Message.of");

    private final List<Literal> literals = new ArrayList<>();
    private final List<SaidMessage> messages = new ArrayList<>();

    private JavaText() {}

    /**
     * A string, text block or character literal.
     *
     * @param place file and line
     * @param type top-level type of the file, with its package
     * @param citation whether it cites the source of a rule, which is the same in every language
     */
    record Literal(String place, String type, String text, boolean citation) {}

    static JavaText of(Path repository) throws IOException {
        var all = new JavaText();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = manager.getJavaFileObjectsFromPaths(SourceFiles.in(repository, "java", ".java"));
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                var _ = all.new Reader(repository, unit, positions).scan(unit, all.literals);
            }
        }
        return all;
    }

    List<Literal> literals() {
        return literals;
    }

    List<SaidMessage> messages() {
        return messages;
    }

    private final class Reader extends TreePathScanner<List<Literal>, List<Literal>> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Path file;
        private final String type;

        Reader(Path repository, CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            var path = Path.of(unit.getSourceFile().toUri());
            file = repository.toAbsolutePath().normalize().relativize(path);
            type = unit.getPackageName() + "." + path.getFileName().toString().replace(".java", "");
        }

        @Override
        public List<Literal> visitLiteral(LiteralTree literal, List<Literal> into) {
            if (literal.getValue() instanceof String || literal.getValue() instanceof Character) {
                into.add(new Literal(place(literal), type, literal.getValue().toString(), isInCitation()));
            }
            return into;
        }

        @Override
        public List<Literal> visitMethodInvocation(MethodInvocationTree call, List<Literal> into) {
            var given = call.getArguments();
            if (SAYING.contains(call.getMethodSelect().toString())
                    && !given.isEmpty()
                    && text(given.getFirst()) instanceof String key) {
                var names = IntStream.range(1, given.size())
                        .filter(at -> at % 2 == 1)
                        .mapToObj(at -> String.valueOf(text(given.get(at))))
                        .toList();
                messages.add(new SaidMessage(place(call), key, names));
            }
            super.visitMethodInvocation(call, into);
            return into;
        }

        private Object text(ExpressionTree argument) {
            return argument instanceof LiteralTree literal && literal.getValue() instanceof String text
                    ? text
                    : argument;
        }

        private boolean isInCitation() {
            return StreamSupport.stream(getCurrentPath().spliterator(), false).anyMatch(Reader::isCitation);
        }

        private static boolean isCitation(Tree around) {
            return switch (around) {
                case AnnotationTree annotation ->
                    annotation.getAnnotationType().toString().equals("Refuses");
                case MethodTree method -> method.getName().contentEquals("rule");
                default -> false;
            };
        }

        private String place(Tree tree) {
            var line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            return file + ":" + line;
        }
    }
}
