package org.liaison.gateway;

import java.util.List;
import java.util.Map;
import org.liaison.message.Suite;

/// The lines a court clerk or an expert types to check an exported message. Each was tried as it stands here.
final class ExportReadme {

    private ExportReadme() {}

    /// The lines that check what witnesses cosigned, and whether all that is known is there.
    record Watched(Iterable<String> lines, boolean complete) {}

    static String of(
            Shelf.Copy copy, boolean hasLetter, List<String> evidence, Watched watched, Map<String, String> lists) {
        StringBuilder text = new StringBuilder();
        text.append("""
                Message %s
                case %s, %s, from %s to %s, created %s

                slip.p7m        the header that the hub could read, signed by the sender
                """.formatted(
                copy.id(),
                copy.caseId(),
                copy.kind(),
                copy.from(),
                String.join(", ", copy.to().stream().map(Object::toString).toList()),
                copy.created()));
        if (hasLetter) text.append("content.p7m     the letter (form and attachments), signed by the sender\n");
        text.append("""
                sealed.p7m      the same, encrypted, exactly as it was carried
                evidence/       what the hub and the recipients signed about it
                receipts.json   the audit log's proofs that the evidence stands in it, also under checkpoints that
                                witnesses cosigned (see PROTOCOL.md, sections 8 and 13)
                witnesses/      these cosignatures taken apart: what was signed, the signature, the key
                certificates/   the certificates in these signatures
                ca.pem, crl/    the roots and issuers, and their revocation lists, as this gateway trusts them
                roots/, issuers/  the same, one by one
                log.vkey        the public keys of the audit log
                witnesses.vkeys the public keys of its witnesses

                Before you trust ca.pem, compare the root's fingerprint with one from another source, and log.vkey and
                witnesses.vkeys with copies that somebody else holds:

                  openssl x509 -in ca.pem -noout -subject -fingerprint -sha256

                Everything below at once, and the log's proofs, by a program, without any network:

                  liaison verify --bundle . --trust FOLDER-FROM-ANOTHER-SOURCE --require-witnesses 2


                1. Who signed the slip, and what does it say? (OpenSSL 3.0 or later)

                  openssl cms -verify -binary -inform DER -in slip.p7m -CAfile ca.pem -purpose any -out slip.json

                2. Is the sealed content the one that the slip announces? (compare with contentSha256 in slip.json)

                  openssl dgst -sha256 sealed.p7m

                """);
        text.append("3. Who signed the evidence, and what does it say? (OpenSSL 3.0 or later)\n\n");
        for (String file : evidence)
            text.append("  openssl cms -verify -binary -inform DER -in ")
                    .append(file)
                    .append(" -CAfile ca.pem -purpose any -out ")
                    .append(file.replace(".p7m", ".json"))
                    .append('\n');
        if (hasLetter) text.append(letter(copy.suite()));
        text.append(witnesses(watched));
        text.append(
                "\nRevocation (crl/ says how things stood when this export was made; ML-DSA needs OpenSSL 3.5):\n\n");
        lists.forEach(
                (certificate, list) -> text.append("  openssl verify -CAfile ca.pem -purpose any -crl_check -CRLfile ")
                        .append(list)
                        .append(' ')
                        .append(certificate)
                        .append('\n'));
        text.append("""

                The log's proofs are checked by `liaison verify`, as above, or by following PROTOCOL.md.
                """);
        return text.toString();
    }

    private static String witnesses(Watched watched) {
        StringBuilder text =
                new StringBuilder("\nWho witnessed the audit log? (OpenSSL 3.0 or later) Each file says when, "
                        + "of how many entries and with which root.\nAs of then the log had only grown, by the eyes of that "
                        + "State's gateway.\n\n");
        int empty = text.length();
        watched.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        if (text.length() == empty) text.append("  Nobody: what is here was not witnessed when it was exported.\n");
        if (!watched.complete())
            text.append("  The published log could not be read to the end: export again for all witnesses.\n");
        return text.toString();
    }

    private static String letter(Suite suite) {
        String version = switch (suite) {
            case HYBRID_2026 -> "OpenSSL 3.5 or later: it is signed twice, with ECDSA and with ML-DSA-65";
            case CLASSIC_2026 -> "OpenSSL 3.0 or later";
        };
        return """

                4. Who signed the letter? (%s)

                  openssl cms -verify -binary -inform DER -in content.p7m -CAfile ca.pem -purpose any -out letter.eml

                """.formatted(version);
    }
}
