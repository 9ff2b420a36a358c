package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.console.port.Said.Word;
import org.liaison.console.port.SnapshotShelf.Kind;
import org.liaison.message.Entry.Event;

/// Notes of the audit log, as earlier hubs wrote them and as this one does.
class NotesTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T18:46:54.335662562Z");
    private static final String ID = "0d5c0b6c-5f5e-4a53-9d2e-b6a1e2b1f4c7";

    static Stream<Arguments> notes() {
        return Stream.of(
                Arguments.of(
                        Event.SNAPSHOT_IN_FORCE,
                        "rulebook number 3, SHA-256 of its content 77aa",
                        Said.of(What.IN_FORCE, Kind.RULEBOOK, 3)),
                Arguments.of(
                        Event.HUB_STARTED,
                        BrokerWatch.STOPPED + "2 of " + BrokerWatch.MOST,
                        Said.of(What.BROKER_BEGINS, 2, BrokerWatch.MOST)),
                Arguments.of(
                        Event.SECURITY_INCIDENT,
                        "Evidence was not believed: it speaks of a message that was not accepted. Brought by gateway-xb.",
                        Said.of(What.EVIDENCE_DOUBTED, "gateway-xb")),
                Arguments.of(Event.SECURITY_INCIDENT, "Brought by gateway-xb.", Said.of(What.BROUGHT, "gateway-xb")),
                Arguments.of(
                        Event.UNREADABLE_ARRIVAL,
                        "BROKEN_SIGNATURE: the slip is no signed message. Brought by gateway-xb.",
                        Said.of(What.UNREADABLE, new Word("message.reason.BROKEN_SIGNATURE"), "gateway-xb")),
                Arguments.of(
                        Event.OPERATOR_ACTION,
                        "Resume hub-intake at the end of its pause, which ada set to " + UNTIL,
                        Said.of(What.PAUSE_ENDED, "hub-intake", "ada", UNTIL)),
                Arguments.of(
                        Event.OPERATOR_ACTION,
                        "Discard 2 from quarantine: " + ID + ", " + ID,
                        Said.of(What.DID_DEAL, Effect.DISCARD, 2)));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void a_note_is_read_as_what_it_says(Event event, String note, Said said) {
        assertThat(Notes.read(event, note).said()).contains(said);
    }

    @Test
    void who_did_it_and_why_is_told_apart_from_what_was_done() {
        assertThat(Notes.read(
                        Event.OPERATOR_ACTION,
                        "Pause hub-intake until " + UNTIL + "; by ada; because: the disk; by; because: it is full"))
                .isEqualTo(new Notes.Read(
                        Optional.of(Said.of(What.DID_PAUSE, "hub-intake", UNTIL)),
                        Optional.of("ada"),
                        Optional.of("the disk; by; because: it is full")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pause hub-intake until tomorrow; by ada; because: the disk",
                "Look after the alert NO_SUCH_RULE x; by ada",
                "Something else; by ada",
                ""
            })
    void a_note_that_is_not_known_stays_as_it_stands(String note) {
        assertThat(Notes.read(Event.OPERATOR_ACTION, note)).isEqualTo(Notes.Read.NOTHING);
    }
}
