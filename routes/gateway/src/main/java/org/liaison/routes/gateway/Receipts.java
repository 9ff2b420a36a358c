package org.liaison.routes.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Directory;
import org.liaison.message.MessageId;

/// What comes back about our own messages.
final class Receipts {

    private final Proofs proofs;
    private final Register register;
    private final EvidenceBook book;
    private final SetAside setAside;

    Receipts(Proofs proofs, Register register, EvidenceBook book, SetAside setAside) {
        this.proofs = proofs;
        this.register = register;
        this.book = book;
        this.setAside = setAside;
    }

    record Claim(Arrival arrival, Proofs.Proven proven) {}

    record Examined(List<Claim> claims, List<Sorted.Misplaced> unproven, Sorted batch) {}

    record Outcome(List<Claim> claims, List<Kept> kept, List<Sorted.Misplaced> unproven) {}

    Examined prove(Sorted batch) {
        List<Claim> claims = new ArrayList<>();
        List<Sorted.Misplaced> unproven = new ArrayList<>();
        if (batch.receipts().isEmpty()) return new Examined(claims, unproven, batch);
        Directory directory =
                register.inForce(batch.now()).orElseThrow(RegisterExpired::new).directory();
        for (Sorted.Returned one : batch.receipts()) {
            switch (proofs.examine(one.receipt(), directory, batch.now())) {
                case Proofs.Unproven(String why) -> unproven.add(new Sorted.Misplaced(one.arrival(), why));
                case Proofs.Proven proven
                when !addressed(one.arrival(), proven) ->
                    unproven.add(new Sorted.Misplaced(one.arrival(), "evidence in the mailbox of somebody else"));
                case Proofs.Proven proven -> claims.add(new Claim(one.arrival(), proven));
            }
        }
        return new Examined(claims, unproven, batch);
    }

    Outcome keep(Examined examined) {
        List<Proofs.Proven> proven =
                examined.claims().stream().map(Claim::proven).toList();
        List<Kept> kept = proven.isEmpty()
                ? List.of()
                : book.keep(proven, examined.batch().now());
        return new Outcome(examined.claims(), kept, examined.unproven());
    }

    Outcome setAside(Outcome outcome) {
        outcome.unproven().forEach(one -> setAside.keep(one.arrival(), Optional.empty(), one.cause()));
        for (int n = 0; n < outcome.kept().size(); n++) {
            Claim claim = outcome.claims().get(n);
            MessageId id = claim.proven().evidence().messageId();
            switch (outcome.kept().get(n)) {
                case Kept.Moved _, Kept.KnownBefore _ -> {}
                case Kept.Contradiction(var evidence, Passage stays) ->
                    setAside.keep(
                            claim.arrival(),
                            Optional.of(id),
                            "a genuine " + evidence.event().code() + " contradicts what was proven before: " + stays);
                case Kept.NotOurs _ ->
                    setAside.keep(
                            claim.arrival(),
                            Optional.of(id),
                            "genuine evidence about a message, or about content, that was never sent from here");
            }
        }
        return outcome;
    }

    private static boolean addressed(Arrival arrival, Proofs.Proven proven) {
        return arrival.authority()
                .map(authority -> authority.equals(proven.evidence().sender()))
                .orElse(true);
    }
}
