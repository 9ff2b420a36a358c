package org.liaison.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// That somebody is signed in, as Spring Security wants to hear it. It lives for one request and carries no
/// authorities: what a person may do is a question with a scope in it.
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Person person;

    SignedIn(Person person) {
        super(List.of());
        this.person = person;
        super.setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
