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
 * A policy (c2sp.org/tlog-policy): the trusted logs and witnesses, and the quorum of witnesses that must have cosigned
 * a checkpoint. The constructor throws {@link MalformedLog} if two witnesses have the same key.
 *
 * @param logs keys of the trusted logs, any of which may have signed; if empty, the log is determined elsewhere
 */
public record WitnessPolicy(List<VerifierKey> logs, List<KnownWitness> witnesses, Quorum quorum) {

    /** The policy that requires no cosignatures. */
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

    /** Parses a policy file. Throws {@link MalformedLog} with the number of the line that is malformed. */
    public static WitnessPolicy parse(String file) {
        return new PolicyFile().read(file);
    }

    /**
     * Creates a policy from one of the short forms {@code none}, {@code any}, {@code all} or {@code 2 of 3}; empty if
     * the string has another form. Throws {@link MalformedLog} if the policy does not fit the number of witnesses.
     */
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

    /**
     * Returns whether the cosignatures of the note reach the quorum. False if the note has an invalid signature in the
     * name of one of the policy's witnesses.
     */
    public boolean isSatisfiedBy(SignedNote note) {
        try {
            return quorum.isReachedBy(
                    note.signers(witnesses.stream().map(KnownWitness::key).toList()));
        } catch (MalformedLog _) {
            return false;
        }
    }

    /**
     * Returns the policy with the URLs of those witnesses that are among the given ones. Other witnesses are unchanged.
     */
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

    /** Returns the text of an equivalent policy file. Groups get generated names. */
    @Override
    public String toString() {
        return PolicyFile.written(this);
    }
}
