package org.serviceledger.query.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.log.DailyAnchors;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.publication.Checkpoints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The page with the published checkpoint, the last one recorded in the ledger, and the verifier key (台账检查点). It is for
 * the screen in the hall and for holders of receipts.
 */
@Controller
class LedgerPage {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int GROUP = 4;

    private final Checkpoints checkpoints;
    private final DailyAnchors anchors;
    private final Clock clock;

    LedgerPage(Checkpoints checkpoints, DailyAnchors anchors, Clock clock) {
        this.checkpoints = checkpoints;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * A checkpoint formatted to be read from a distance and aloud.
     *
     * @param groups the root in hexadecimal, in groups of four digits
     * @param cosigners the names of all signatures on the note except the log's own
     */
    public record Shown(
            String origin,
            long size,
            String root,
            List<String> groups,
            List<String> cosigners,
            @Nullable Instant signedAt,
            String signed,
            long ageSeconds) {}

    @GetMapping("/ledger")
    String show(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment, Model page) {
        var shown = checkpoints.published().map(this::shown);
        page.addAttribute("shown", shown.orElse(null));
        page.addAttribute("covered", shown.map(Shown::size).orElse(0L));
        page.addAttribute("anchor", anchors.last(1).stream().findFirst().orElse(null));
        page.addAttribute("key", checkpoints.verifier().toString());
        return fragment ? "public/ledger :: checkpoint" : "public/ledger";
    }

    private Shown shown(SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        @Nullable Instant signedAt = checkpoints.signedAt(note).orElse(null);
        return new Shown(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                groups(HexFormat.of().formatHex(checkpoint.root().bytes())),
                note.signatures().stream()
                        .map(SignedNote.Signature::name)
                        .filter(name -> !name.equals(checkpoint.origin()))
                        .distinct()
                        .toList(),
                signedAt,
                signedAt == null ? "" : SECOND.format(signedAt.atZone(WorkingDayCalendar.CHINA)),
                signedAt == null
                        ? 0
                        : Math.max(
                                0, Duration.between(signedAt, clock.instant()).toSeconds()));
    }

    private static List<String> groups(String digits) {
        var groups = new ArrayList<String>();
        for (int at = 0; at < digits.length(); at += GROUP) {
            groups.add(digits.substring(at, at + GROUP));
        }
        return groups;
    }
}
