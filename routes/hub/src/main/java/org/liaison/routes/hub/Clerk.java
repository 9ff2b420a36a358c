package org.liaison.routes.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Recorded.Answer;
import org.liaison.routes.hub.Recorded.Noted;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;

/// Writes a batch into the book, in one append. When [#record] returns, everything in it is durable and
/// provable.
final class Clerk {

    private final Book book;
    private final Minutes minutes;

    Clerk(Book book, Minutes minutes) {
        this.book = book;
        this.minutes = minutes;
    }

    Recorded record(Heard heard) {
        Stream<Optional<Entry>> verdicts = heard.verdicts().stream().map(verdict -> minutes.of(verdict, heard.at()));
        Stream<Optional<Entry>> accounts = heard.accounts().stream().map(account -> minutes.of(account, heard.at()));
        List<Entry> entries =
                Stream.concat(verdicts, accounts).flatMap(Optional::stream).toList();
        Iterator<Receipt> written = (entries.isEmpty() ? List.<Receipt>of() : book.append(entries)).iterator();
        return new Recorded(answers(heard.verdicts(), written), notes(heard.accounts(), written), heard.at());
    }

    private static List<Answer> answers(List<Verdict> verdicts, Iterator<Receipt> written) {
        Map<MessageId, Receipt> byMessage = new HashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Receipt receipt = switch (verdict) {
                case Repeated repeated -> repeated.earlier().receipt();
                case Echoed echoed -> first(byMessage, echoed);
                case Accepted _, Refused _, Doubted _, Contradicted _, Unreadable _ -> written.next();
            };
            answeredMessage(verdict).ifPresent(id -> byMessage.putIfAbsent(id, receipt));
            answers.add(new Answer(verdict, receipt));
        }
        return answers;
    }

    private static List<Noted> notes(List<Account> accounts, Iterator<Receipt> written) {
        List<Noted> notes = new ArrayList<>();
        for (Account account : accounts)
            notes.add(new Noted(
                    account,
                    switch (account) {
                        case ToldBefore before -> before.receipt();
                        case Believed _, Disbelieved _ -> written.next();
                    }));
        return notes;
    }

    /// Of which message a later copy in the same batch gets the same answer.
    private static Optional<MessageId> answeredMessage(Verdict verdict) {
        return switch (verdict) {
            case Accepted accepted -> Optional.of(accepted.slip().id());
            case Refused refused -> Optional.of(refused.slip().id());
            case Repeated repeated -> Optional.of(repeated.slip().id());
            case Contradicted contradicted -> Optional.of(contradicted.slip().id());
            case Doubted _, Echoed _, Unreadable _ -> Optional.empty();
        };
    }

    private static Receipt first(Map<MessageId, Receipt> byMessage, Echoed echoed) {
        Receipt receipt = byMessage.get(echoed.slip().id());
        if (receipt == null)
            throw new IllegalStateException(
                    "an echo came before its first: " + echoed.slip().id());
        return receipt;
    }
}
