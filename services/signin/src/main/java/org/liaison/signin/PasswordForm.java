package org.liaison.signin;

import java.util.Locale;
import java.util.Optional;

/// A new password, typed twice.
final class PasswordForm {

    private PasswordForm() {}

    /// The word for the first thing that is wrong.
    static Optional<String> complaint(Passwords passwords, String password, String again, Person person) {
        if (!password.equals(again)) return Optional.of("signin.password.differs");
        return passwords
                .flaw(password, person)
                .map(flaw -> "signin.password."
                        + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
