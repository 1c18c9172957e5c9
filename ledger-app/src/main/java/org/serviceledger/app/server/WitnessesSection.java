package org.serviceledger.app.server;

import org.jspecify.annotations.Nullable;
import org.serviceledger.app.operations.OperationsSection;
import org.serviceledger.store.publication.WitnessStanding;
import org.serviceledger.store.publication.Witnessing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who vouches for the log, how far, and what is the matter if somebody does not. */
@Component
@Order(20)
class WitnessesSection implements OperationsSection {

    private final Witnessing witnessing;

    WitnessesSection(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    /**
     * What is shown.
     *
     * @param seconds the oldest checkpoint waits for enough witnesses
     * @param alarm why somebody should look; null if nobody need
     */
    public record Shown(
            WitnessStanding standing,
            long seconds,
            @Nullable Alarm alarm) {}

    /** The same in both languages; the English is what the log has. */
    public record Alarm(String chinese, String english) {}

    @Override
    public String template() {
        return "operations/witnesses";
    }

    @Override
    public Shown content() {
        var standing = witnessing.standing();
        var alarm = standing.alarm().map(english -> new Alarm(inChinese(standing), english));
        return new Shown(standing, standing.lag().toSeconds(), alarm.orElse(null));
    }

    private static String inChinese(WitnessStanding standing) {
        if (standing.proof().isPresent()) {
            return "有见证人出示了带本台账自己签名的检查点：台账被改动或回退过，已停止签署。";
        }
        if (standing.contradiction().isPresent()) {
            return "有见证人说台账与它所见不符，但没有出示证据，请向见证人查问。";
        }
        return "已有 %,d 秒没有足够的见证人联署，%,d 个事件在等。".formatted(standing.lag().toSeconds(), standing.lagInEvents());
    }
}
