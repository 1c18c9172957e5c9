package org.serviceledger.store.witness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/** Reads and writes policy files (c2sp.org/tlog-policy). A line may refer only to names that earlier lines define. */
final class PolicyFile {

    private static final String NONE = "none";

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<KnownWitness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    WitnessPolicy read(String file) {
        var lines = file.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                read(words(lines[i]));
            } catch (MalformedLog e) {
                throw new MalformedLog(Message.of("policy.line", "line", i + 1, "reason", e.why()), e);
            }
        }
        if (quorum == null) {
            throw new MalformedLog(Message.of("policy.no-quorum"));
        }
        return new WitnessPolicy(logs, witnesses, quorum);
    }

    private static List<String> words(String line) {
        if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new MalformedLog(Message.of("policy.control-characters"));
        }
        var words = new ArrayList<String>();
        for (var word : line.split("[ \t]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words.isEmpty() || words.getFirst().startsWith("#") ? List.of() : words;
    }

    private void read(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        switch (words.getFirst()) {
            case "log" -> log(mustHave(words, 2, 3, "log VKEY [URL]"));
            case "witness" -> witness(mustHave(words, 3, 4, "witness NAME VKEY [URL]"));
            case "group" -> group(mustHave(words, 4, Integer.MAX_VALUE, "group NAME any|all|NUMBER MEMBER…"));
            case "quorum" -> quorum(mustHave(words, 2, 2, "quorum NAME"));
            default -> throw new MalformedLog(Message.of("policy.strange-word", "word", words.getFirst()));
        }
    }

    private void log(List<String> words) {
        var key = VerifierKey.parse(words.get(1));
        if (key.type() == SignatureType.COSIGNATURE) {
            throw new MalformedLog(Message.of("policy.key-of-a-witness", "key", key));
        }
        if (logs.stream().anyMatch(log -> log.key().equals(key.key()))) {
            throw new MalformedLog(Message.of("policy.log-twice"));
        }
        logs.add(key);
    }

    private void witness(List<String> words) {
        var witness = KnownWitness.of(words.get(1), words.get(2), words.size() > 3 ? words.get(3) : null);
        if (witnesses.stream()
                .anyMatch(known -> known.key().key().equals(witness.key().key()))) {
            throw new MalformedLog(Message.of("policy.witness-twice"));
        }
        name(witness.name(), new Quorum.One(witness));
        witnesses.add(witness);
    }

    private void group(List<String> words) {
        var all = words.subList(3, words.size());
        var quorums = new ArrayList<Quorum>();
        for (var member : all) {
            quorums.add(named(member));
            if (!members.add(member)) {
                throw new MalformedLog(Message.of("policy.member-twice", "member", member));
            }
        }
        name(words.get(1), new Quorum.Group(threshold(words.get(2), all.size()), quorums));
    }

    private static int threshold(String word, int size) {
        int threshold = switch (word) {
            case "any" -> 1;
            case "all" -> size;
            default -> word.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(word) : 0;
        };
        if (threshold < 1 || threshold > size) {
            throw new MalformedLog(Message.of("policy.no-threshold", "word", word, "most", size));
        }
        return threshold;
    }

    private void quorum(List<String> words) {
        if (quorum != null) {
            throw new MalformedLog(Message.of("policy.quorum-twice"));
        }
        quorum = words.get(1).equals(NONE) ? new Quorum.None() : named(words.get(1));
    }

    private Quorum named(String name) {
        var found = named.get(name);
        if (found == null) {
            throw new MalformedLog(Message.of("policy.unknown", "name", name));
        }
        return found;
    }

    private void name(String name, Quorum what) {
        if (name.equals(NONE)) {
            throw new MalformedLog(Message.of("policy.none"));
        }
        if (named.putIfAbsent(name, what) != null) {
            throw new MalformedLog(Message.of("policy.name-twice", "name", name));
        }
    }

    private static List<String> mustHave(List<String> words, int least, int most, String form) {
        if (words.size() < least || words.size() > most) {
            throw new MalformedLog(Message.of("policy.form", "form", form));
        }
        return words;
    }

    /** Returns the policy as the text of a policy file. */
    static String written(WitnessPolicy policy) {
        var text = new StringBuilder();
        policy.logs().forEach(log -> text.append("log ").append(log).append('\n'));
        policy.witnesses()
                .forEach(witness -> text.append("witness %s %s%s\n"
                        .formatted(witness.name(), witness.key(), witness.url() == null ? "" : " " + witness.url())));
        var groups = new ArrayList<String>();
        var top = name(policy.quorum(), groups);
        groups.forEach(text::append);
        return text.append("quorum ").append(top).append('\n').toString();
    }

    private static String name(Quorum quorum, List<String> groups) {
        return switch (quorum) {
            case Quorum.None _ -> NONE;
            case Quorum.One one -> one.witness().name();
            case Quorum.Group group -> {
                var names = group.members().stream()
                        .map(member -> name(member, groups))
                        .toList();
                var name = "group-" + (groups.size() + 1);
                groups.add("group %s %d %s\n".formatted(name, group.threshold(), String.join(" ", names)));
                yield name;
            }
        };
    }
}
