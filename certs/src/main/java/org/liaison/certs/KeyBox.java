package org.liaison.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;

/// A key file on the way to its place, with a new random password in a file beside it. Written first under another
/// name, so that the register can be written before anybody finds the keys.
record KeyBox(Path p12, Path passwordFile, Path draft, Password password) implements AutoCloseable {

    static Path passwordFileOf(Path p12) {
        String name = p12.getFileName().toString();
        return p12.resolveSibling(name.substring(0, name.length() - ".p12".length()) + ".password");
    }

    static Path certificatesFileOf(Path p12) {
        String name = p12.getFileName().toString();
        return p12.resolveSibling(name.substring(0, name.length() - ".p12".length()) + ".pem");
    }

    static void refuseToOverwrite(Path p12) {
        if (!p12.getFileName().toString().endsWith(".p12"))
            throw new PkiRefused("a key file is called something.p12, not '" + p12.getFileName() + "'");
        Vault.refuseToOverwrite(p12);
        Vault.refuseToOverwrite(passwordFileOf(p12));
        Vault.refuseToOverwrite(certificatesFileOf(p12));
    }

    static KeyBox pack(Path p12, List<KeyFile.Entry> entries) {
        refuseToOverwrite(p12);
        Vault.folderFor(p12);
        KeyBox box = new KeyBox(p12, passwordFileOf(p12), Vault.draftOf(p12), Password.generate());
        KeyFile.save(box.draft, box.password, entries);
        return box;
    }

    /// The password first, so that no key file is ever without one.
    void settle() {
        Vault.keep(passwordFile, Bytes.of((new String(password.chars()) + "\n").getBytes(StandardCharsets.US_ASCII)));
        Vault.settle(draft, p12);
    }

    static KeyFile open(Path p12) {
        return KeyFile.open(p12, Password.read(passwordFileOf(p12)));
    }

    /// Leaves no draft behind when something went wrong in between.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the draft of " + p12, e);
        }
    }
}
