package org.liaison.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys under which cases lie in the database, each wrapped under the vault's.
final class CaseKeys {

    private final JdbcClient database;
    private final Vault vault;

    CaseKeys(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    record Held(UUID id, CaseKey key) {}

    /// The key for what is written into this case from now on; made when there is none.
    Held obtain(CaseId caseId, AuthorityCode authority, Instant now) {
        Optional<Held> held = find(caseId, authority);
        if (held.isPresent()) return held.get();
        UUID id = UUID.randomUUID();
        database.sql("insert into case_keys (id, case_id, authority, wrapped, created) values (?, ?, ?, ?, ?)"
                        + " on conflict (case_id, authority) do nothing")
                .params(
                        id,
                        caseId.toString(),
                        authority.toString(),
                        vault.wrap(vault.newKey(), place(id)).toArray(),
                        Rows.time(now))
                .update();
        return find(caseId, authority).orElseThrow();
    }

    CaseKey unwrap(UUID id, Bytes wrapped) {
        return vault.unwrap(wrapped, place(id));
    }

    /// Absent when it was destroyed.
    Optional<CaseKey> find(UUID id) {
        return database.sql("select wrapped from case_keys where id = ?")
                .param(id)
                .query((row, n) -> unwrap(id, Rows.bytes(row, "wrapped")))
                .optional();
    }

    /// Erases a case: nothing written under its key can ever be read again. Evidence is not under it and stays.
    void destroy(CaseId caseId, AuthorityCode authority) {
        database.sql("delete from case_keys where case_id = ? and authority = ?")
                .params(caseId.toString(), authority.toString())
                .update();
    }

    private Optional<Held> find(CaseId caseId, AuthorityCode authority) {
        return database.sql("select id, wrapped from case_keys where case_id = ? and authority = ?")
                .params(caseId.toString(), authority.toString())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Held(id, unwrap(id, Rows.bytes(row, "wrapped")));
                })
                .optional();
    }

    private static String place(UUID id) {
        return "case_keys/" + id;
    }
}
