package org.liaison.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once for each user from the archive on the class path.
///
/// They go to a folder that only this user can write, named by the archive's digest: whoever could change them
/// there would run as us.
record Binaries(Path home) {

    static Binaries unpacked() {
        String name = "/postgres-" + platform() + ".txz";
        try (InputStream resource = Binaries.class.getResourceAsStream(name)) {
            if (resource == null)
                throw new DatabaseUnusable("This program carries no PostgreSQL for " + platform()
                        + ". Run a PostgreSQL server and name it by URL.");
            byte[] archive = resource.readAllBytes();
            Path home = cache().resolve("postgresql-" + digest(archive));
            if (!Files.isDirectory(home)) unpack(archive, home);
            return new Binaries(home);
        } catch (IOException e) {
            throw new DatabaseUnusable("PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux")
                + (processor.equals("aarch64") ? "-arm_64" : "-x86_64");
    }

    private static Path cache() throws IOException {
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path caches = chosen != null && !chosen.isBlank()
                ? Path.of(chosen)
                : Path.of(System.getProperty("user.home"), ".cache");
        Path ours = caches.resolve("liaison");
        Files.createDirectories(caches);
        if (!Files.isDirectory(ours)) {
            try {
                Files.createDirectory(
                        ours, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                // Another program of this user was quicker.
            }
        }
        return ours;
    }

    /// Unpacks beside the goal and moves the whole folder into place, so that a half-unpacked one is never
    /// used.
    private static void unpack(byte[] archive, Path home) throws IOException {
        Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                write(tar, entry, beside);
        }
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) throw e;
            Folders.delete(beside);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("the archive reaches outside its folder");
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0)
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
