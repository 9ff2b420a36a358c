package org.liaison.signin;

import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// How a person who is signed in changes how that is done. There is always a way left, and whoever came in by
/// one that is gone is out.
final class WaysIn {

    sealed interface Change {
        /// `epoch` is what the person's own session goes on under.
        record Done(long epoch) implements Change {}

        record Refused(Reason reason) implements Change {}
    }

    enum Reason {
        LAST_WAY_IN,
        NO_SUCH_PASSKEY,
        NOT_A_PASSKEY
    }

    private final Books books;
    private final TransactionTemplate transaction;

    WaysIn(Books books, TransactionTemplate transaction) {
        this.books = books;
        this.transaction = transaction;
    }

    Change addPasskey(Account account, java.util.function.BooleanSupplier register) {
        UUID id = account.person().id();
        return transaction.execute(_ -> {
            if (!register.getAsBoolean()) return new Change.Refused(Reason.NOT_A_PASSKEY);
            books.events().record(Events.What.PASSKEY_ADDED, id, id, "");
            return new Change.Done(account.epoch());
        });
    }

    Change removePasskey(UUID id, String passkey) {
        return transaction.execute(status -> {
            books.persons().lock(id);
            if (!books.passkeys().delete(id, passkey)) return new Change.Refused(Reason.NO_SUCH_PASSKEY);
            Account account = books.persons().account(id).orElseThrow();
            boolean another = account.password().isPresent()
                    || account.linked()
                    || !books.passkeys().of(id).isEmpty();
            if (!another) {
                status.setRollbackOnly();
                return new Change.Refused(Reason.LAST_WAY_IN);
            }
            books.events().record(Events.What.PASSKEY_REMOVED, id, id, "");
            return new Change.Done(books.persons().endSessions(id));
        });
    }

    Change password(UUID id, HashedPassword password) {
        return transaction.execute(_ -> {
            books.persons().lock(id);
            books.persons().password(id, password);
            books.events().record(Events.What.PASSWORD_CHANGED, id, id, "");
            return new Change.Done(books.persons().endSessions(id));
        });
    }
}
