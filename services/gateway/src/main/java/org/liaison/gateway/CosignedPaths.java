package org.liaison.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.auditlog.check.Attestation;
import org.liaison.auditlog.check.Attestation.Attested;
import org.liaison.auditlog.check.Attestation.Vouch;
import org.liaison.auditlog.check.Cosignature;
import org.liaison.auditlog.check.CosignedPath;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.message.Bytes;
import org.liaison.message.Wire;

/// Ways from entries of the audit log up to trees that witnesses cosigned: by them somebody else
/// sees who watched the log, without asking us or the hub.
final class CosignedPaths {

    private final PublishedLog log;
    private final Witnesses witnesses;
    private final WitnessExaminer examiner;

    CosignedPaths(PublishedLog log, Witnesses witnesses, WitnessExaminer examiner) {
        this.log = log;
        this.witnesses = witnesses;
        this.examiner = examiner;
    }

    /// What was found for one entry. It was verified before anybody sees it.
    record Found(List<CosignedPath> paths, List<Vouch> by) {}

    Look look(Instant now) {
        return new Look(now);
    }

    private record Tree(Cosigned cosigned, Bytes note, PublishedLog.Tree hashes) {}

    /// By what is held now. Each tile of the log is fetched once, when a way first needs it.
    final class Look {

        private final Instant now;
        private final List<Tree> trees = new ArrayList<>();
        private boolean readable = true;
        private boolean followed = true;

        private Look(Instant now) {
            this.now = now;
            if (!log.isKnown()) return;
            List<Witnesses.Seen> newestFirst = new ArrayList<>(witnesses.seen());
            // Of two notes of one size the longer has more witnesses.
            newestFirst.sort(Comparator.comparingLong(Witnesses.Seen::size)
                    .thenComparingInt(one -> one.note().size())
                    .reversed());
            for (Witnesses.Seen one : newestFirst)
                if (examiner.examine(one.note(), now) instanceof Cosigned cosigned)
                    trees.add(new Tree(cosigned, one.note(), log.tree(cosigned.size())));
        }

        /// Ways to the newest tree of each witness that holds the entry, until all are there.
        Found of(Wire.Receipt receipt) {
            List<CosignedPath> paths = new ArrayList<>();
            Set<String> named = new TreeSet<>();
            for (Tree tree : trees) {
                if (receipt.proof().index() >= tree.cosigned().size()) continue;
                if (named.addAll(
                        tree.cosigned().by().stream().map(Cosignature::witness).toList())) add(receipt, tree, paths);
            }
            return examiner.attest(receipt, paths, now) instanceof Attested attested
                    ? new Found(paths, attested.by())
                    : new Found(List.of(), List.of());
        }

        private void add(Wire.Receipt receipt, Tree tree, List<CosignedPath> paths) {
            if (!readable) return;
            try {
                CosignedPath path = new CosignedPath(
                        tree.cosigned().size(),
                        tree.hashes().pathTo(receipt.proof().index()),
                        tree.note());
                Attestation alone = examiner.attest(receipt, List.of(path), now);
                if (alone instanceof Attested) paths.add(path);
                else followed = false;
            } catch (IOException e) {
                // A person waits: what cannot be read now is not asked for again.
                readable = false;
            }
        }

        /// False where a way could not be found, for the published log cannot be read now, or
        /// does not lead where its witnesses signed.
        boolean isComplete() {
            return readable && followed;
        }
    }
}
