package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.Evidence;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Post.Told;

/// Writes statements into the book, one append a batch, each once.
final class Registrar {

    private final Book book;

    Registrar(Book book) {
        this.book = book;
    }

    Heard.Noted record(Heard heard) {
        List<Optional<Entry>> entries = heard.accounts().stream()
                .map(account -> entry(account, heard.at()))
                .toList();
        List<Entry> fresh = entries.stream().flatMap(Optional::stream).toList();
        Iterator<Receipt> written = (fresh.isEmpty() ? List.<Receipt>of() : book.append(fresh)).iterator();
        List<Heard.Item> items = new ArrayList<>();
        for (Account account : heard.accounts())
            items.add(new Heard.Item(
                    account,
                    switch (account) {
                        case ToldBefore before -> before.receipt();
                        case Believed _, Disbelieved _ -> written.next();
                    }));
        return new Heard.Noted(items);
    }

    private static Optional<Entry> entry(Account account, Instant at) {
        return switch (account) {
            case Believed(Told told, Evidence evidence, var _) ->
                Optional.of(new Entry(
                        Event.RECIPIENT_EVIDENCE,
                        at,
                        Optional.of(evidence.messageId()),
                        Optional.empty(),
                        Optional.of(told.evidence()),
                        "Brought by " + told.gateway() + "."));
            case Disbelieved(Told told, var about, String why, var _) ->
                Optional.of(new Entry(
                        Event.SECURITY_INCIDENT,
                        at,
                        about,
                        Optional.empty(),
                        told.evidence().size() > Hearing.MAX_EVIDENCE_BYTES
                                ? Optional.empty()
                                : Optional.of(told.evidence()),
                        "Evidence was not believed: " + why + ". Brought by " + told.gateway() + "."));
            case ToldBefore _ -> Optional.empty();
        };
    }
}
