package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.Pki;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.message.Bytes;
import org.liaison.message.Reading.Clear;

/// A demo that is broken off while it makes its keys leaves a folder that the next one can use.
class FoundationTest {

    /// In the order in which they are put into place.
    private static final List<String> PARTS = List.of(
            "pki",
            "administrators",
            "hub/keys",
            "gateway-xa/keys",
            "gateway-xb/keys",
            "gateway-xc/keys",
            "directory.p7m",
            "rulebook.p7m");

    @TempDir
    private Path root;

    @Test
    void what_was_broken_off_at_any_point_is_made_whole_and_what_was_ready_is_kept() throws IOException {
        DemoFolder folder = new DemoFolder(root);
        Instant now = Instant.now();
        Pki.create(root.resolve("foundation.new/pki"), now);
        Files.writeString(root.resolve("foundation.new/directory.p7m"), "half");

        assertThat(Foundation.lay(folder, now)).isTrue();
        Set<String> whole = files();
        assertThat(whole).contains("pki/register.jsonl", "directory.p7m", "rulebook.p7m", "hub/keys/log.p12");
        byte[] rootCertificate = Files.readAllBytes(folder.trust().resolve("roots/root.pem"));

        for (int carried = 0; carried <= PARTS.size(); carried++) {
            takeBack(PARTS.subList(carried, PARTS.size()));
            assertThat(Foundation.lay(folder, now))
                    .as("%d parts carried: nothing is made again", carried)
                    .isFalse();
            assertThat(files()).isEqualTo(whole);
            assertThat(folder.trust().resolve("roots/root.pem")).hasBinaryContent(rootCertificate);
        }
        assertBothSnapshotsCanBeRead(folder, now);
    }

    @Test
    void keys_that_no_demo_made_are_not_touched() throws IOException {
        DemoFolder folder = new DemoFolder(root);
        Instant now = Instant.now();
        Pki.create(folder.pki(), now);
        Set<String> before = files();
        assertThatThrownBy(() -> Foundation.lay(folder, now))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("holds a PKI and no rulebook");
        assertThat(files()).isEqualTo(before);
    }

    private static void assertBothSnapshotsCanBeRead(DemoFolder folder, Instant now) throws IOException {
        var snapshots = new Administrators(folder, now).snapshots();
        assertThat(snapshots.directory(Bytes.owned(Files.readAllBytes(folder.directory())), Optional.empty()))
                .isInstanceOfSatisfying(
                        Clear.class,
                        read -> assertThat(((Directory) read.value()).authorities())
                                .hasSameSizeAs(Cast.MEMBERS));
        assertThat(snapshots.rulebook(Bytes.owned(Files.readAllBytes(folder.rulebook())), Optional.empty()))
                .isInstanceOfSatisfying(
                        Clear.class,
                        read -> assertThat(((Rulebook) read.value()).rules()).isEqualTo(Cast.RULES));
    }

    private void takeBack(List<String> parts) throws IOException {
        Files.createDirectories(root.resolve("foundation"));
        for (String part : parts) {
            Path ready = root.resolve("foundation").resolve(part);
            Files.createDirectories(ready.getParent());
            Files.move(root.resolve(part), ready);
        }
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
