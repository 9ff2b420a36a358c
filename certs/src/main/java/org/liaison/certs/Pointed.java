package org.liaison.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.seal.Certificates;
import org.liaison.seal.KeyFile;

/// What somebody points at on the command line: a serial number, a file with certificates, a list, or a folder of
/// those.
sealed interface Pointed {

    record BySerial(Serial serial) implements Pointed {}

    record Certificate(Path file, List<X509Certificate> certificates) implements Pointed {}

    record RevocationList(Path file) implements Pointed {}

    record Folder(List<Pointed> content) implements Pointed {}

    /// The serial numbers of the certificates pointed at.
    default List<Serial> serials() {
        return switch (this) {
            case BySerial one -> List.of(one.serial());
            case Certificate certificate ->
                certificate.certificates().stream().map(Serial::of).toList();
            case RevocationList list -> throw new PkiRefused(list.file() + " holds no certificate");
            case Folder _ -> throw new PkiRefused("name the files, not their folder");
        };
    }

    static Pointed at(String what) {
        Path path = Path.of(what);
        if (Files.isDirectory(path)) return new Folder(inside(path));
        if (Files.exists(path)) return file(path);
        if (what.contains("/") || what.matches(".*\\.(p12|pem|crt|crl)"))
            throw new PkiRefused("there is no file " + what);
        try {
            return new BySerial(Serial.parse(what));
        } catch (IllegalArgumentException e) {
            throw new PkiRefused("'" + what + "' is neither a file nor a serial number", e);
        }
    }

    private static Pointed file(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".crl")) return new RevocationList(file);
        List<X509Certificate> certificates = name.endsWith(".p12") ? inKeyFile(file) : Certificates.readPem(file);
        if (certificates.isEmpty()) throw new PkiRefused(file + " holds no certificate");
        return new Certificate(file, certificates);
    }

    private static List<X509Certificate> inKeyFile(Path file) {
        KeyFile keys = KeyBox.open(file);
        return Stream.of("sign", "sign-pq", "encrypt", "tls", "ed25519", "ml-dsa", "ca")
                .flatMap(alias -> keys.certificate(alias).stream())
                .toList();
    }

    private static List<Pointed> inside(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("[^.].*\\.(pem|crt|crl)"))
                    .sorted()
                    .map(Pointed::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
