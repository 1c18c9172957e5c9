package org.serviceledger.app.demonstration;

import java.util.List;
import java.util.SplittableRandom;

/** A random generator seeded by seed and subject, so that results do not depend on the order of calls. */
final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    static Chance of(long seed, Object... subject) {
        var mixed = seed;
        for (var part : subject) {
            mixed = mixed * 0x9E3779B97F4A7C15L + part.toString().hashCode();
            mixed ^= mixed >>> 29;
        }
        return new Chance(mixed);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** A number between the bounds, both inclusive. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An index, with a probability proportional to its weight. */
    int weighted(int... weights) {
        var sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        var hit = random.nextInt(sum);
        for (var i = 0; i < weights.length; i++) {
            hit -= weights[i];
            if (hit < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
