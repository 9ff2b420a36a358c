package org.liaison.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// The keys for what is written into these cases from now on; made where there is none.
    Map<CaseId, Held> obtain(Collection<CaseId> cases, AuthorityCode authority, Instant now) {
        Map<CaseId, Held> keys = find(cases, authority);
        List<CaseId> without =
                cases.stream().filter(one -> !keys.containsKey(one)).distinct().toList();
        if (without.isEmpty()) return keys;
        keys.putAll(make(without, authority, now));
        // Somebody else was faster: theirs counts.
        if (!keys.keySet().containsAll(without)) keys.putAll(find(without, authority));
        return keys;
    }

    private Map<CaseId, Held> make(List<CaseId> cases, AuthorityCode authority, Instant now) {
        Map<UUID, CaseKey> fresh = new LinkedHashMap<>();
        for (CaseId _ : cases) fresh.put(UUID.randomUUID(), vault.newKey());
        Map<CaseId, Held> made = new HashMap<>();
        database.sql("insert into case_keys (id, case_id, authority, wrapped, created)"
                        + " select one.id, one.case_id, :authority, one.wrapped, :now"
                        + " from unnest(cast(:ids as uuid[]), cast(:cases as text[]), cast(:wrapped as bytea[]))"
                        + " as one (id, case_id, wrapped)"
                        + " on conflict (case_id, authority) do nothing returning id, case_id")
                .param("authority", authority.toString())
                .param("now", Rows.time(now))
                .param("ids", Rows.column(fresh.keySet(), id -> id, UUID[]::new))
                .param("cases", Rows.texts(cases))
                .param(
                        "wrapped",
                        Rows.column(
                                fresh.entrySet(),
                                one -> vault.wrap(one.getValue(), place(one.getKey()))
                                        .toArray(),
                                byte[][]::new))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    made.put(new CaseId(row.getString("case_id")), new Held(id, Objects.requireNonNull(fresh.get(id))));
                });
        return made;
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

    private Map<CaseId, Held> find(Collection<CaseId> cases, AuthorityCode authority) {
        Map<CaseId, Held> found = new HashMap<>();
        database.sql("select id, case_id, wrapped from case_keys where case_id = any(?) and authority = ?")
                .params(Rows.texts(cases), authority.toString())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    found.put(
                            new CaseId(row.getString("case_id")), new Held(id, unwrap(id, Rows.bytes(row, "wrapped"))));
                });
        return found;
    }

    private static String place(UUID id) {
        return "case_keys/" + id;
    }
}
