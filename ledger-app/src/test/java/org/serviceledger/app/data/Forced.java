package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Detects which files were forced to disk, through JDK Flight Recorder. */
final class Forced {

    private static final String EVENT = "jdk.FileForce";

    private Forced() {}

    /** Runs the work and returns the files and directories it forced to disk, in order. */
    static List<Path> during(Runnable work) throws IOException {
        var file = Files.createTempFile("forced", ".jfr");
        try (var recording = new Recording()) {
            recording.enable(EVENT).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(EVENT))
                    .map(event -> Path.of(event.getString("path")))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
