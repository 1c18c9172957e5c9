package org.serviceledger.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM for a part of a benchmark, which exchanges lines with the parent process. It ends when its input ends. */
final class Jvm implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Jvm(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /** Starts the JVM. It may not be ready yet. */
    static Jvm start(Class<?> main, List<String> arguments) throws IOException {
        return start(main, System.getProperty("java.class.path"), arguments);
    }

    static Jvm start(Class<?> main, String classPath, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daxoniq.update-checker.disabled=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments);
        return new Jvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Tells the parent process that this process is ready for questions. */
    static void ready() {
        System.out.println(READY);
    }

    void awaitReady() throws IOException {
        var said = answer();
        if (!said.equals(READY)) {
            throw new IOException("a process did not start, but said " + said);
        }
    }

    void ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
    }

    String answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("a process ended before it answered");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.onExit().join();
    }
}
