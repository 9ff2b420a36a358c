package org.liaison.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.StrictJson;
import org.liaison.message.Wire;
import org.liaison.seal.Certificates;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One message with all that proves it, as files that stand by themselves: whoever has `openssl` can
/// check them without this program and without asking us.
final class Export {

    private final EvidenceFile evidence;
    private final Letters letters;
    private final CosignedPaths cosigned;
    private final Path trust;

    Export(EvidenceFile evidence, Letters letters, CosignedPaths cosigned, Path trust) {
        this.evidence = evidence;
        this.letters = letters;
        this.cosigned = cosigned;
        this.trust = trust;
    }

    /// What witnesses cosigned is taken as it stands `now`.
    Bytes zip(Shelf.Copy copy, Shelf.Content content, Instant now) {
        Map<String, Bytes> files = new LinkedHashMap<>();
        files.put("slip.p7m", copy.slip());
        content.letter().ifPresent(letter -> files.put("content.p7m", letter));
        files.put("sealed.p7m", content.sealed());
        List<EvidenceFile.Item> items = evidence.of(copy);
        List<String> evidenceFiles = new ArrayList<>();
        for (int n = 0; n < items.size(); n++) {
            String name =
                    "evidence/%02d-%s.p7m".formatted(n + 1, items.get(n).event().code());
            evidenceFiles.add(name);
            files.put(name, items.get(n).signed());
        }
        CosignedPaths.Look look = cosigned.look(now);
        WitnessFiles witnesses = new WitnessFiles(files);
        files.put("receipts.json", receipts(items, evidenceFiles, look, witnesses));
        attachments(copy, content, files);
        List<Bytes> signed = new ArrayList<>();
        signed.add(copy.slip());
        content.letter().ifPresent(signed::add);
        items.forEach(item -> signed.add(item.signed()));
        Map<String, String> lists = certificates(signed, files);
        trust(files);
        files.put(
                "README.txt",
                Bytes.ofUtf8(ExportReadme.of(
                        copy,
                        content.letter().isPresent(),
                        evidenceFiles,
                        new ExportReadme.Watched(witnesses.lines(), look.isComplete()),
                        lists)));
        return pack(copy.id().toString(), files, copy.created());
    }

    private void attachments(Shelf.Copy copy, Shelf.Content content, Map<String, Bytes> files) {
        int n = 0;
        for (Attachment attachment : letters.attachments(copy, content)) {
            n++;
            files.put("attachments/%02d-%s".formatted(n, SafeName.of(attachment.name())), attachment.content());
        }
        content.form().ifPresent(form -> files.put("form.json", form));
    }

    /// The log's proofs, one per piece of evidence that has one, and the ways to what witnesses
    /// cosigned, in the form of PROTOCOL.md section 13.
    private static Bytes receipts(
            List<EvidenceFile.Item> items, List<String> names, CosignedPaths.Look look, WitnessFiles witnesses) {
        ArrayNode list = StrictJson.MAPPER.createArrayNode();
        for (int n = 0; n < items.size(); n++) {
            Optional<Wire.Receipt> receipt = items.get(n).receipt();
            if (receipt.isEmpty()) continue;
            ObjectNode one = list.addObject();
            one.put("evidence", names.get(n));
            one.set(
                    "receipt",
                    StrictJson.MAPPER.readTree(Frames.receiptJson(receipt.get()).toArray()));
            CosignedPaths.Found found = look.of(receipt.get());
            ArrayNode witnessed = one.putArray("witnessed");
            found.paths().forEach(path -> path.write(witnessed.addObject()));
            found.by().forEach(witnesses::add);
        }
        return Bytes.owned(StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(list));
    }

    /// The certificates that travelled inside the signatures, by whom they name. Answers for each end certificate the
    /// revocation list that would name it.
    private static Map<String, String> certificates(Collection<Bytes> signed, Map<String, Bytes> files) {
        Map<String, String> lists = new TreeMap<>();
        for (Bytes cms : signed) {
            List<X509Certificate> certificates = SignerCertificates.of(cms);
            for (X509Certificate certificate : certificates) {
                String name = "certificates/"
                        + SafeName.of(SignerCertificates.name(certificate) + "-"
                                + Certificates.digest(certificate).toHex().substring(0, 8))
                        + ".pem";
                files.put(name, Bytes.ofUtf8(pem(certificate)));
                SignerCertificates.issuerOf(certificate, certificates)
                        .ifPresent(issuer -> lists.put(name, "crl/" + issuer + ".crl"));
            }
        }
        return lists;
    }

    /// The trust folder as this gateway has it; and for `openssl` `ca.pem`, all roots and issuers.
    private void trust(Map<String, Bytes> files) {
        StringBuilder ca = new StringBuilder();
        for (String folder : List.of("roots", "issuers"))
            for (Path file : files(trust.resolve(folder), ".pem")) {
                Certificates.readPem(file).forEach(one -> ca.append(pem(one)));
                files.put(folder + "/" + file.getFileName(), read(file));
            }
        files.put("ca.pem", Bytes.ofUtf8(ca.toString()));
        for (Path file : files(trust.resolve("crl"), ".crl")) files.put("crl/" + file.getFileName(), read(file));
        for (String keys : List.of("log.vkey", "witnesses.vkeys"))
            if (Files.exists(trust.resolve(keys))) files.put(keys, read(trust.resolve(keys)));
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new GatewayUnfit("The trust folder " + folder + " cannot be read.", e);
        }
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new GatewayUnfit("The file " + file + " in the trust folder cannot be read.", e);
        }
    }

    private static String pem(X509Certificate certificate) {
        return Pem.of("CERTIFICATE", Certificates.encoded(certificate).toArray());
    }

    /// The same files give the same zip: times in it are the message's.
    private static Bytes pack(String folder, Map<String, Bytes> files, Instant time) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setTime(time.toEpochMilli());
                zip.putNextEntry(entry);
                new ByteArrayInputStream(file.getValue().toArray()).transferTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return Bytes.owned(out.toByteArray());
    }
}
