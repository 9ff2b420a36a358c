package org.liaison.signin;

import java.time.Instant;
import java.util.Optional;

/// Coming in with a password. A wrong name, a wrong password and a disabled person are one answer, and it takes
/// equally long.
final class PasswordDoor {

    private static final int LONGEST_LOGIN = 100;

    sealed interface Answer {
        record Welcome(Account account) implements Answer {}

        record Wrong() implements Answer {}

        /// Nothing was looked at.
        record Locked(Instant until) implements Answer {}
    }

    private final Books books;
    private final Passwords passwords;

    PasswordDoor(Books books, Passwords passwords) {
        this.books = books;
        this.passwords = passwords;
    }

    Answer knock(String typed, String password, String address) {
        String login = Persons.login(typed.length() > LONGEST_LOGIN ? "" : typed);
        if (books.attempts().ask(login, address) instanceof Attempts.Leave.Refused refused)
            return new Answer.Locked(refused.until());
        Optional<Account> account = books.persons().byLogin(login);
        boolean right = matches(login, password, account, address);
        if (!right || account.isEmpty() || !account.get().welcome()) return new Answer.Wrong();
        books.attempts().succeeded(login, address);
        return new Answer.Welcome(account.get());
    }

    /// A try that was never looked at does not count: whoever keeps us busy must not lock others out by it.
    private boolean matches(String login, String password, Optional<Account> account, String address) {
        try {
            return passwords.matches(password, account.flatMap(Account::password));
        } catch (Passwords.Busy busy) {
            books.attempts().takenBack(login, address);
            throw busy;
        }
    }
}
