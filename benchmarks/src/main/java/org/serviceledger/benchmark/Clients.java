package org.serviceledger.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Clients on virtual threads. Each sends its next command when the previous one is answered. */
final class Clients {

    private Clients() {}

    /** The result of a round. Latencies are in milliseconds. */
    record Round(double perSecond, double median, double p99) {

        /** The median of each figure over several rounds. */
        static Round median(List<Round> rounds) {
            return new Round(
                    middle(rounds.stream().mapToDouble(Round::perSecond).toArray()),
                    middle(rounds.stream().mapToDouble(Round::median).toArray()),
                    middle(rounds.stream().mapToDouble(Round::p99).toArray()));
        }

        static Round of(double seconds, long[] nanos) {
            Arrays.sort(nanos);
            return new Round(
                    nanos.length / seconds, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
        }
    }

    static Round send(Contender contender, int clients, int count, IntFunction<Object> command) throws Exception {
        return work(clients, count, i -> contender.commands().sendAndWait(command.apply(i)));
    }

    /** One unit of work, identified by its number. */
    interface Work {
        void run(int number) throws Exception;
    }

    static Round work(int clients, int count, Work work) throws Exception {
        var nanos = new long[count];
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        work.run(i);
                        nanos[i] = System.nanoTime() - start;
                    }
                    return null;
                }));
            }
            for (var client : running) {
                client.get();
            }
        }
        return Round.of((System.nanoTime() - began) / 1e9, nanos);
    }

    /** Runs the work for a duration. The number of the work is that of its client. */
    static Round work(int clients, double seconds, Work work) throws Exception {
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        var latencies = new ArrayList<Future<List<Long>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                int number = client;
                latencies.add(threads.submit(() -> until(end, number, work)));
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        var nanos = new ArrayList<Long>();
        for (var client : latencies) {
            nanos.addAll(client.get());
        }
        return Round.of(took, nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<Long> until(long end, int number, Work work) throws Exception {
        var nanos = new ArrayList<Long>();
        for (long start = System.nanoTime(); start < end; ) {
            work.run(number);
            long now = System.nanoTime();
            nanos.add(now - start);
            start = now;
        }
        return nanos;
    }

    static double middle(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }
}
