package org.liaison.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.routes.hub.Network.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;

/// Directory, rulebook and the hub's view of its own log.
class SnapshotsTest {

    private final Network network = Network.get();

    @TempDir
    Path folder;

    @Test
    void snapshots_are_recorded_before_they_are_in_force_and_once() {
        try (Station station = Station.open(folder)) {
            assertThat(station.book.head().size()).isEqualTo(2);
            assertThat(station.furnished).containsExactly(network.directory);
            station.readSnapshots();
            assertThat(station.book.head().size()).isEqualTo(2);
            assertThat(station.furnished).hasSize(1);
        }
    }

    @Test
    void the_watch_begins_after_the_first_look_so_that_a_slow_start_records_nothing_twice()
            throws InterruptedException {
        BookInMemory book = new BookInMemory(network.log);
        try (Station station = new Station(folder, book, network.seals, Duration.ofMillis(1))) {
            station.awaitRounds(5);
            assertThat(book.head().size()).as("nobody asked for a first look").isZero();
            station.readSnapshots();
            station.awaitRounds(5);
            assertThat(book.head().size()).isEqualTo(2);
            station.publish(
                    new Rulebook(2, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(1)), List.of(), List.of()),
                    "rulebook.p7m");
            station.awaitRounds(5);
            assertThat(book.head().size()).as("the watch finds what is new").isEqualTo(3);
        }
    }

    @Test
    void a_new_rulebook_counts_from_the_next_message_on() {
        try (Station station = Station.open(folder)) {
            station.publish(
                    new Rulebook(2, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(1)), List.of(), List.of()),
                    "rulebook.p7m");
            station.readSnapshots();
            assertThat(station.post(new Letters().arrival())).hasSize(1);
            assertThat(station.book.head().size()).isEqualTo(4);
        }
    }

    @Test
    void an_older_directory_is_never_put_in_force_again_not_even_after_a_restart() {
        BookInMemory book = new BookInMemory(network.log);
        Directory second =
                new Directory(2, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(9)), network.directory.authorities());
        try (Station station = new Station(folder, book, network.seals)) {
            station.readSnapshots();
            station.publish(second, "directory.p7m");
            station.readSnapshots();
            station.publish(network.directory, "directory.p7m");
            assertThatThrownBy(station::readSnapshots).hasRootCauseInstanceOf(SnapshotRefused.class);
            assertThat(station.post(new Letters().arrival())).hasSize(2);
        }
        try (Station restarted = new Station(folder, book, network.seals)) {
            assertThatThrownBy(restarted::readSnapshots).hasRootCauseInstanceOf(SnapshotRefused.class);
        }
    }

    @Test
    void a_snapshot_that_two_administrators_did_not_sign_is_not_put_in_force() throws IOException {
        try (Station station = Station.open(folder)) {
            Files.write(
                    folder.resolve("directory.p7m"), network.directory.toJson().toArray());
            assertThatThrownBy(station::readSnapshots).hasRootCauseInstanceOf(SnapshotRefused.class);
        }
    }

    @Test
    void a_log_that_only_grew_is_the_log_that_was_seen() {
        try (Station station = Station.open(folder)) {
            station.lookAtLog();
            station.post(new Letters().arrival());
            station.lookAtLog();
            station.lookAtLog();
        }
    }

    @Test
    void a_log_that_went_back_is_noticed() {
        try (Station station = Station.open(folder)) {
            station.post(new Letters().arrival());
            station.lookAtLog();
        }
        try (Station restored = new Station(folder, new BookInMemory(network.log), network.seals)) {
            assertThatThrownBy(restored::lookAtLog).hasRootCauseInstanceOf(LogRewritten.class);
        }
    }

    @Test
    void a_log_that_was_rewritten_is_noticed() {
        try (Station station = Station.open(folder)) {
            station.lookAtLog();
        }
        BookInMemory rewritten = new BookInMemory(network.log);
        try (Station station = new Station(folder, rewritten, network.seals)) {
            for (int i = 0; i < 5; i++)
                rewritten.append(List.of(org.liaison.message.Entry.ofNote(
                        org.liaison.message.Entry.Event.OPERATOR_ACTION, NOW, "never happened")));
            assertThatThrownBy(station::lookAtLog).hasRootCauseInstanceOf(LogRewritten.class);
        }
    }
}
