package org.liaison.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.liaison.message.Bytes;

/// Closes what lies in the database: AES-256-GCM under a key per case, and each case key under the
/// vault's key, which
/// lives in one file outside the database. Whoever has only the database, or only the file, reads nothing.
///
/// Every closed value is bound to its place (table, message, authority), so that nobody can move it elsewhere.
final class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CaseKey master;

    private Vault(CaseKey master) {
        this.master = master;
    }

    /// Reads the vault key, or makes one at first start: 0600, never overwritten.
    static Vault open(Path file) {
        try {
            if (Files.notExists(file)) create(file);
            var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!permissions.substring(3).equals("------"))
                throw new VaultUnreachable("The vault key " + file + " may be read by others (" + permissions
                        + "). Run: chmod 600 " + file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES)
                throw new VaultUnreachable("The vault key " + file + " does not have 32 bytes. Restore it from backup;"
                        + " without it the letters in the database cannot be read.");
            return new Vault(new CaseKey(new SecretKeySpec(key, "AES")));
        } catch (IOException e) {
            throw new VaultUnreachable("The vault key " + file + " cannot be read or made.", e);
        }
    }

    CaseKey newKey() {
        return new CaseKey(new SecretKeySpec(random(KEY_BYTES), "AES"));
    }

    Bytes wrap(CaseKey key, String place) {
        return master.close(Bytes.owned(key.secret.getEncoded()), place);
    }

    CaseKey unwrap(Bytes wrapped, String place) {
        return new CaseKey(new SecretKeySpec(master.open(wrapped, place).toArray(), "AES"));
    }

    /// A name for this text that only whoever has the vault's key can find: HMAC-SHA256 under a key derived from it for
    /// this purpose alone.
    String pseudonym(String text) {
        byte[] derived = mac(master.secret.getEncoded(), "liaison pseudonym 1");
        return Bytes.owned(mac(derived, text)).toHex();
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] key = random(KEY_BYTES);
        Files.write(draft, key, StandardOpenOption.SYNC);
        Arrays.fill(key, (byte) 0);
        try {
            Files.createLink(file, draft); // fails where another start was faster; its key then counts
        } catch (FileAlreadyExistsException e) {
            // the other start's key is as good
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// The key of one case.
    static final class CaseKey {

        private final SecretKey secret;

        private CaseKey(SecretKey secret) {
            this.secret = secret;
        }

        /// Nonce, then ciphertext with its tag. The nonce is random: a case never holds anywhere near 2^32 values.
        Bytes close(Bytes plain, String place) {
            byte[] nonce = random(NONCE_BYTES);
            byte[] out = new byte[NONCE_BYTES + plain.size() + TAG_BITS / 8];
            System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
            try {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
                cipher.doFinal(plain.buffer(), ByteBuffer.wrap(out, NONCE_BYTES, out.length - NONCE_BYTES));
                return Bytes.owned(out);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES-256-GCM", e);
            }
        }

        /// Nothing is returned before the tag is checked.
        Bytes open(Bytes closed, String place) {
            byte[] in = closed.toArray();
            try {
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(in, NONCE_BYTES), place);
                return Bytes.owned(cipher.doFinal(in, NONCE_BYTES, in.length - NONCE_BYTES));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new VaultUnreachable(
                        "A stored value (" + place + ") does not open under its key: the database was changed, or the"
                                + " vault key is not the one it was closed with.",
                        e);
            }
        }

        private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
