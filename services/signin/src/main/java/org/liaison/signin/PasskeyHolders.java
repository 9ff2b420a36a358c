package org.liaison.signin;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Persons as WebAuthn sees them. Its "user name" is our id, and it never makes or deletes anybody.
final class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final Persons persons;

    PasskeyHolders(Persons persons) {
        this.persons = persons;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(persons.byHandle(org.liaison.message.Bytes.of(handle.getBytes())));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return entity(persons.account(UUID.fromString(id)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new IllegalStateException("persons are invited, not made by their passkeys");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("persons are disabled, not deleted");
    }

    private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Account> found) {
        if (found.isEmpty()) return null;
        Account account = found.get();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(account.handle().toArray()))
                .name(account.person().login())
                .displayName(account.person().name())
                .build();
    }
}
