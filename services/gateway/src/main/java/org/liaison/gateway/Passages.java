package org.liaison.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.gateway.Copies.Place;
import org.liaison.message.AuthorityCode;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.Passage;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far messages have come towards each recipient, as rows; a batch at a time.
final class Passages {

    private static final String UNNESTED = "unnest(cast(:ids as uuid[]), cast(:owners as text[]),"
            + " cast(:recipients as text[]), cast(:states as text[]), cast(:reasons as text[]),"
            + " cast(:details as text[]))";

    private final JdbcClient database;

    Passages(JdbcClient database) {
        this.database = database;
    }

    /// One recipient's passage where it begins, or where evidence has brought it.
    record Move(Place copy, AuthorityCode recipient, Passage to, List<EventReason> because) {

        Move {
            because = List.copyOf(because);
        }

        static Move begins(Place copy, AuthorityCode recipient, Passage at) {
            return new Move(copy, recipient, at, List.of());
        }

        static Move because(Evidence evidence, Place copy, AuthorityCode recipient, Passage to) {
            return new Move(copy, recipient, to, evidence.reasons());
        }

        @Nullable
        String reason() {
            return because.isEmpty() ? null : because.getFirst().reason().name();
        }

        @Nullable
        String details() {
            return because.isEmpty() ? null : because.getFirst().details();
        }
    }

    /// Locked until the transaction ends, always in the same order.
    Map<Place, Map<AuthorityCode, Passage>> of(Collection<Place> copies) {
        Map<Place, Map<AuthorityCode, Passage>> passages = new HashMap<>();
        if (copies.isEmpty()) return passages;
        Set<Place> wanted = Set.copyOf(copies);
        database.sql("select message_id, authority, recipient, state from passages"
                        + " where message_id = any(:ids) and authority = any(:owners)"
                        + " order by message_id, authority, recipient for update")
                .param("ids", wanted.stream().map(copy -> copy.id().value()).toArray(UUID[]::new))
                .param("owners", Rows.texts(wanted.stream().map(Place::owner).collect(Collectors.toSet())))
                .query(row -> {
                    Place copy = new Place(
                            new MessageId(row.getObject("message_id", UUID.class)),
                            AuthorityCode.parse(row.getString("authority")));
                    if (wanted.contains(copy))
                        passages.computeIfAbsent(copy, _ -> new LinkedHashMap<>())
                                .put(
                                        AuthorityCode.parse(row.getString("recipient")),
                                        Passage.valueOf(row.getString("state")));
                });
        return passages;
    }

    void insert(List<Move> beginnings, Instant now) {
        if (beginnings.isEmpty()) return;
        database.sql("insert into passages (message_id, authority, recipient, state, reason, details, since)"
                        + " select one.*, cast(:now as timestamptz) from " + UNNESTED + " as one")
                .params(columns(beginnings))
                .param("now", Rows.time(now))
                .update();
    }

    void move(Collection<Move> moves, Instant now) {
        if (moves.isEmpty()) return;
        database.sql("update passages p set state = one.state, since = :now, reason = one.reason,"
                        + " details = one.details from " + UNNESTED
                        + " as one (message_id, authority, recipient, state, reason, details)"
                        + " where p.message_id = one.message_id and p.authority = one.authority"
                        + " and p.recipient = one.recipient")
                .params(columns(moves))
                .param("now", Rows.time(now))
                .update();
    }

    private static Map<String, ?> columns(Collection<Move> moves) {
        return Map.of(
                "ids", moves.stream().map(one -> one.copy().id().value()).toArray(UUID[]::new),
                "owners",
                        Rows.texts(moves.stream().map(one -> one.copy().owner()).toList()),
                "recipients", Rows.texts(moves.stream().map(Move::recipient).toList()),
                "states", Rows.texts(moves.stream().map(one -> one.to().name()).toList()),
                "reasons", moves.stream().map(Move::reason).toArray(String[]::new),
                "details", moves.stream().map(Move::details).toArray(String[]::new));
    }
}
