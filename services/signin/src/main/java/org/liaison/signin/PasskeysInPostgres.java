package org.liaison.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// The public halves of passkeys. WebAuthn knows a person by the handle.
final class PasskeysInPostgres implements UserCredentialRepository {

    private static final String COLUMNS =
            "select k.*, p.handle from signin_passkeys k join signin_persons p on p.id = k.person ";

    /// A passkey as its owner sees it. `id` is good for an address.
    record Passkey(String id, String label, Instant created, Instant lastUsed) {}

    private final JdbcClient database;

    PasskeysInPostgres(JdbcClient database) {
        this.database = database;
    }

    List<Passkey> of(UUID person) {
        return database.sql("select credential, label, created, last_used from signin_passkeys where person = ?"
                        + " order by created, credential")
                .param(person)
                .query((row, n) -> new Passkey(
                        new Bytes(row.getBytes(1)).toBase64UrlString(),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /// False when the person has no such passkey.
    boolean label(UUID person, String id, String label) {
        return database.sql("update signin_passkeys set label = ? where person = ? and credential = ?")
                        .params(label, person, credential(id))
                        .update()
                == 1;
    }

    boolean delete(UUID person, String id) {
        return database.sql("delete from signin_passkeys where person = ? and credential = ?")
                        .params(person, credential(id))
                        .update()
                == 1;
    }

    void deleteAll(UUID person) {
        database.sql("delete from signin_passkeys where person = ?")
                .param(person)
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        database.sql("delete from signin_passkeys where credential = ?")
                .param(credential.getBytes())
                .update();
    }

    @Override
    public void save(CredentialRecord record) {
        database.sql("""
                        insert into signin_passkeys (credential, person, public_key, signatures, verified, transports,
                            backupable, backed_up, attestation, client, label, created, last_used)
                        values (?, (select id from signin_persons where handle = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (credential) do update set signatures = excluded.signatures,
                            verified = excluded.verified, backed_up = excluded.backed_up, last_used = excluded.last_used
                        where signin_passkeys.person = excluded.person""")
                .params(Arrays.asList(
                        record.getCredentialId().getBytes(),
                        record.getUserEntityUserId().getBytes(),
                        record.getPublicKey().getBytes(),
                        record.getSignatureCount(),
                        record.isUvInitialized(),
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new),
                        record.isBackupEligible(),
                        record.isBackupState(),
                        Objects.requireNonNull(record.getAttestationObject()).getBytes(),
                        Objects.requireNonNull(record.getAttestationClientDataJSON())
                                .getBytes(),
                        record.getLabel(),
                        Timestamp.from(record.getCreated()),
                        Timestamp.from(record.getLastUsed())))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        Optional<CredentialRecord> found = database.sql(COLUMNS + "where k.credential = ?")
                .param(credential.getBytes())
                .query(PasskeysInPostgres::read)
                .optional();
        return found.orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql(COLUMNS + "where p.handle = ?")
                .param(handle.getBytes())
                .query(PasskeysInPostgres::read)
                .list();
    }

    /// What is not base64 names no passkey.
    private static byte[] credential(String id) {
        try {
            return Bytes.fromBase64(id).getBytes();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getArray("transports")))
                .backupEligible(row.getBoolean("backupable"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created").toInstant())
                .lastUsed(row.getTimestamp("last_used").toInstant())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
