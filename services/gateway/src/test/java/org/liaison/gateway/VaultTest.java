package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.Bytes;

class VaultTest {

    static final Bytes LETTER = Bytes.ofUtf8("what an officer wrote");
    static final String PLACE = "messages/1/xa.social.welfare/form";

    @TempDir
    Path folder;

    Path file;
    Vault vault;

    @BeforeEach
    void open() {
        file = folder.resolve("vault.key");
        vault = Vault.open(file);
    }

    @Test
    void what_is_closed_opens_again_in_its_place() {
        CaseKey key = vault.newKey();
        Bytes closed = key.close(LETTER, PLACE);
        assertThat(closed.utf8()).doesNotContain("officer");
        assertThat(key.open(closed, PLACE)).isEqualTo(LETTER);
    }

    @Test
    void what_was_moved_elsewhere_does_not_open() {
        CaseKey key = vault.newKey();
        Bytes closed = key.close(LETTER, PLACE);
        assertThatThrownBy(() -> key.open(closed, "messages/2/xa.social.welfare/form"))
                .isInstanceOf(VaultUnreachable.class);
    }

    @Test
    void what_was_changed_or_cut_short_does_not_open() {
        CaseKey key = vault.newKey();
        byte[] changed = key.close(LETTER, PLACE).toArray();
        changed[20] ^= 1;
        assertThatThrownBy(() -> key.open(Bytes.of(changed), PLACE)).isInstanceOf(VaultUnreachable.class);
        assertThatThrownBy(() -> key.open(Bytes.of(new byte[5]), PLACE)).isInstanceOf(VaultUnreachable.class);
    }

    @Test
    void the_same_letter_never_looks_the_same_twice() {
        CaseKey key = vault.newKey();
        assertThat(key.close(LETTER, PLACE)).isNotEqualTo(key.close(LETTER, PLACE));
    }

    @Test
    void a_wrapped_key_opens_only_under_the_vault_that_wrapped_it() {
        CaseKey key = vault.newKey();
        Bytes wrapped = vault.wrap(key, "case_keys/1");
        Bytes closed = key.close(LETTER, PLACE);
        assertThat(Vault.open(file).unwrap(wrapped, "case_keys/1").open(closed, PLACE))
                .isEqualTo(LETTER);
        Vault other = Vault.open(folder.resolve("other.key"));
        assertThatThrownBy(() -> other.unwrap(wrapped, "case_keys/1")).isInstanceOf(VaultUnreachable.class);
    }

    @Test
    void the_vault_key_is_its_owners_alone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Vault.open(file))
                .isInstanceOf(VaultUnreachable.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void keys_print_as_nothing() {
        assertThat(vault.newKey().toString()).isEqualTo("[REDACTED]");
    }
}
