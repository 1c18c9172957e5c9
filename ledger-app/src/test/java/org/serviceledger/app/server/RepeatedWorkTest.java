package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

    @Test
    void comesToItsTurnWhileVirtualThreadsHaveAllTheProcessors() throws Exception {
        var done = new AtomicBoolean();
        int processors = Runtime.getRuntime().availableProcessors();
        var busy = new CountDownLatch(processors);
        var spinning = Stream.generate(() -> Thread.startVirtualThread(() -> {
                    busy.countDown();
                    while (!done.get()) {
                        Thread.onSpinWait();
                    }
                }))
                .limit(processors)
                .toList();
        var twice = new CountDownLatch(2);
        var work = new RepeatedWork("counting", "nothing is counted") {
            @Override
            void work() {
                twice.countDown();
            }
        };
        try {
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
            work.start();
            assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            done.set(true);
            work.stop();
            for (var thread : spinning) {
                thread.join();
            }
        }
    }
}
