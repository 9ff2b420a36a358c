package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Hearing.Witness;
import org.liaison.routes.hub.Hearing.Witness.Identified;
import org.liaison.routes.hub.Hearing.Witness.Unknown;
import org.liaison.routes.hub.History.Statement;
import org.liaison.routes.hub.Post.Told;

/// Brings the hearing what it needs to know of a batch: how the messages were answered, and what was said of them
/// before.
final class Testimony {

    private final Hearing hearing;
    private final Shelf shelf;
    private final History history;

    Testimony(Hearing hearing, Shelf shelf, History history) {
        this.hearing = hearing;
        this.shelf = shelf;
        this.history = history;
    }

    Heard hear(Judged judged) {
        List<Account> accounts = judged.statements().isEmpty() ? List.of() : hear(judged.statements(), judged.at());
        return new Heard(judged.verdicts(), accounts, judged.at());
    }

    private List<Account> hear(List<Told> statements, Instant now) {
        InForce inForce = shelf.inForce();
        List<Witness> witnesses = statements.stream()
                .map(told -> hearing.examine(told, inForce, now))
                .toList();
        Set<MessageId> ids = new HashSet<>();
        for (Witness witness : witnesses)
            if (witness instanceof Identified identified)
                ids.add(identified.evidence().messageId());
        Map<MessageId, Earlier> answers = history.answersTo(ids);
        Map<EvidenceId, Statement> before = history.statementsAbout(answers.keySet());
        Map<EvidenceId, Identified> inBatch = new HashMap<>();
        List<Account> accounts = new ArrayList<>();
        for (Witness witness : witnesses)
            switch (witness) {
                case Unknown(var answer) -> accounts.add(answer);
                case Identified identified -> {
                    Identified first = inBatch.putIfAbsent(identified.evidence().id(), identified);
                    if (first == null) accounts.add(account(identified, answers, before));
                    else if (!first.signed().equals(identified.signed())) accounts.add(otherContent(identified));
                }
            }
        return accounts;
    }

    private Account account(Identified witness, Map<MessageId, Earlier> answers, Map<EvidenceId, Statement> before) {
        Account account = hearing.weigh(
                witness, Optional.ofNullable(answers.get(witness.evidence().messageId())));
        Statement earlier = before.get(witness.evidence().id());
        if (earlier == null || !(account instanceof Believed believed)) return account;
        return earlier.signed().equals(witness.signed())
                ? new ToldBefore(believed.evidence(), believed.about(), earlier.receipt())
                : otherContent(witness);
    }

    private static Account otherContent(Identified witness) {
        return Hearing.disbelieved(
                witness.told(), witness.evidence(), "evidence with this id was recorded before with other content");
    }
}
