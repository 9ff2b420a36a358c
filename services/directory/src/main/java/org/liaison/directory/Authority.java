package org.liaison.directory;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import org.liaison.message.Suite;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What everyone must know of an authority to write to it and to believe what it signs.
///
/// `accepts` are the kinds of message it takes, `languages` (BCP 47) those it reads, `maxContentBytes` its limit for
/// sealed content, `suite` how content to it must be sealed. `signingCertificates` are SHA-256 digests of the only
/// certificates it signs with; `encryptionCertificate` is the one to encrypt to, in DER. `listing` is what people look
/// up before they write; nothing is decided by it.
public record Authority(
        AuthorityCode code,
        String name,
        GatewayCode gateway,
        Set<MessageKind> accepts,
        List<String> languages,
        long maxContentBytes,
        Suite suite,
        Set<Digest> signingCertificates,
        Bytes encryptionCertificate,
        ContactPoint contact,
        Listing listing) {

    private static final int LONGEST_NAME = 200;

    public Authority {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("an authority's name is one line of 1 to 200 characters: " + code);
        if (languages.isEmpty()) throw new IllegalArgumentException("an authority reads a language: " + code);
        languages.forEach(Languages::demand);
        if (maxContentBytes < 1) throw new IllegalArgumentException("an authority takes at least one byte: " + code);
        if (signingCertificates.isEmpty())
            throw new IllegalArgumentException("an authority has a signing certificate: " + code);
        if (encryptionCertificate.size() == 0)
            throw new IllegalArgumentException("an authority has an encryption certificate: " + code);
        accepts = Collections.unmodifiableSortedSet(new TreeSet<>(accepts));
        languages = List.copyOf(languages);
        signingCertificates = Set.copyOf(signingCertificates);
    }

    /// An authority of which nothing more is listed than what it takes to write to it.
    public Authority(
            AuthorityCode code,
            String name,
            GatewayCode gateway,
            Set<MessageKind> accepts,
            List<String> languages,
            long maxContentBytes,
            Suite suite,
            Set<Digest> signingCertificates,
            Bytes encryptionCertificate,
            ContactPoint contact) {
        this(
                code,
                name,
                gateway,
                accepts,
                languages,
                maxContentBytes,
                suite,
                signingCertificates,
                encryptionCertificate,
                contact,
                Listing.NOTHING);
    }

    public boolean accepts(MessageKind kind) {
        return accepts.contains(kind);
    }

    /// Whether every one of the certificates that made a signature is this authority's.
    public boolean signsWith(Set<Digest> certificates) {
        return !certificates.isEmpty() && signingCertificates.containsAll(certificates);
    }

    void writeTo(ObjectNode json) {
        json.put("code", code.toString());
        json.put("name", name);
        json.put("gateway", gateway.toString());
        ArrayNode kinds = json.putArray("accepts");
        accepts.forEach(kind -> kinds.add(kind.toString()));
        ArrayNode tags = json.putArray("languages");
        languages.forEach(tags::add);
        json.put("maxContentBytes", maxContentBytes);
        json.put("suite", suite.code());
        ArrayNode digests = json.putArray("signingCertificates");
        signingCertificates.stream().map(Digest::toHex).sorted().forEach(digests::add);
        json.put("encryptionCertificate", encryptionCertificate.toBase64());
        contact.writeTo(json.putObject("contact"));
        if (!listing.equals(Listing.NOTHING)) listing.writeTo(json.putObject("listing"));
    }

    static Authority read(StrictJson json) {
        Authority authority = new Authority(
                json.as("code", AuthorityCode::parse),
                json.text("name"),
                json.as("gateway", GatewayCode::new),
                Fields.distinct("accepts", json.listAs("accepts", MessageKind::new)),
                json.texts("languages"),
                json.number("maxContentBytes"),
                json.as("suite", Suite::ofCode),
                Fields.distinct("signingCertificates", json.listAs("signingCertificates", Digest::ofHex)),
                json.as("encryptionCertificate", Bytes::ofBase64),
                ContactPoint.read(json.object("contact")),
                json.has("listing") ? Listing.read(json.object("listing")) : Listing.NOTHING);
        json.nothingElse();
        return authority;
    }
}
