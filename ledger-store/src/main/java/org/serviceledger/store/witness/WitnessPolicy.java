package org.serviceledger.store.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/**
 * Which logs and witnesses one trusts, and how many of the witnesses must have spoken (c2sp.org/tlog-policy).
 *
 * @param logs any of these may have signed; if none is named, which log is meant is known from elsewhere
 */
public record WitnessPolicy(List<VerifierKey> logs, List<KnownWitness> witnesses, Quorum quorum) {

    /** Asks nobody. */
    public static final WitnessPolicy NONE = new WitnessPolicy(List.of(), List.of(), new Quorum.None());

    private static final Pattern SO_MANY = Pattern.compile("([1-9][0-9]{0,3}) of ([1-9][0-9]{0,3})");

    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        var keys = witnesses.stream().map(witness -> witness.key().key()).toList();
        if (keys.stream().distinct().count() < keys.size()) {
            throw new MalformedLog(Message.of("policy.same-key"));
        }
    }

    /** Reads a policy file. */
    public static WitnessPolicy parse(String file) {
        return new PolicyFile().read(file);
    }

    /** Of {@code none}, {@code any}, {@code all} or {@code 2 of 3} of these witnesses; empty if it is not such a word. */
    public static Optional<WitnessPolicy> simple(String policy, List<KnownWitness> witnesses) {
        var members = new ArrayList<Quorum>();
        witnesses.forEach(witness -> members.add(new Quorum.One(witness)));
        var soMany = SO_MANY.matcher(policy);
        if (policy.equals("none")) {
            return Optional.of(new WitnessPolicy(List.of(), witnesses, new Quorum.None()));
        }
        if (!policy.equals("any") && !policy.equals("all") && !soMany.matches()) {
            return Optional.empty();
        }
        if (members.isEmpty()) {
            throw new MalformedLog(Message.of("policy.no-witness", "policy", policy));
        }
        int threshold = switch (policy) {
            case "any" -> 1;
            case "all" -> members.size();
            default -> Integer.parseInt(soMany.group(1));
        };
        boolean others = soMany.matches() && Integer.parseInt(soMany.group(2)) != members.size();
        if (others || threshold > members.size()) {
            throw new MalformedLog(Message.of("policy.too-few", "policy", policy, "count", members.size()));
        }
        return Optional.of(new WitnessPolicy(List.of(), witnesses, new Quorum.Group(threshold, members)));
    }

    /** Whether enough witnesses cosigned the note; a wrong signature in the name of one of them spoils it. */
    public boolean isSatisfiedBy(SignedNote note) {
        try {
            return quorum.isReachedBy(
                    note.signers(witnesses.stream().map(KnownWitness::key).toList()));
        } catch (MalformedLog _) {
            return false;
        }
    }

    /** The same policy, with where those of its witnesses can be asked that are among these. */
    public WitnessPolicy withAddresses(List<KnownWitness> known) {
        var addressed = witnesses.stream()
                .map(witness -> known.stream()
                        .filter(one -> one.key().equals(witness.key()))
                        .map(one -> new KnownWitness(witness.name(), witness.key(), one.url()))
                        .findFirst()
                        .orElse(witness))
                .toList();
        return new WitnessPolicy(logs, addressed, quorum);
    }

    /** As a policy file that others read: with what is known of witnesses, and the quorum as one group. */
    @Override
    public String toString() {
        return PolicyFile.written(this);
    }
}
