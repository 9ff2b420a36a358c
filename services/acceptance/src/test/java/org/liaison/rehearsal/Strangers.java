package org.liaison.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.certs.Holding;
import org.liaison.certs.Pki;
import org.liaison.certs.RevocationReason;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Suite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The demo's foundation, and authorities with whose keys something is wrong, at the gateway of XB.
final class Strangers {

    /// Its certificates have ended.
    static final AuthorityCode LAPSED = AuthorityCode.parse("xb.social.lapsed");
    /// Its certificates are revoked.
    static final AuthorityCode REVOKED = AuthorityCode.parse("xb.social.revoked");
    /// The list of what its issuer revoked ran out long ago.
    static final AuthorityCode STALE = AuthorityCode.parse("xd.social.stale");
    /// Nobody listed it.
    static final AuthorityCode UNLISTED = AuthorityCode.parse("xb.social.unlisted");
    /// An authority of XB by a root that nobody here trusts.
    static final String FOREIGN = "foreign";

    static final AuthorityCode SOCIAL = AuthorityCode.parse("xb.social.welfare");
    static final AuthorityCode POLICE = AuthorityCode.parse("xb.police.border");
    static final AuthorityCode CENTRAL = AuthorityCode.parse("xb.central.justice");
    /// Takes nothing but what is asked of it in a case that is open.
    static final AuthorityCode PROSECUTOR_OF_ORIGIN = AuthorityCode.parse("xa.prosecutor.general");

    private static final Country XD = new Country("XD");
    private static final Duration LONG_AGO = Duration.ofDays(800);

    private Strangers() {}

    static Path keysOf(DemoFolder folder, String name) {
        return folder.root().resolve("strangers").resolve(name + ".p12");
    }

    /// Answers the directory that is published, number 2.
    static Directory foundation(DemoFolder folder) throws IOException {
        Instant now = Instant.now();
        Files.createDirectories(folder.root().resolve("strangers"));
        Files.createDirectories(folder.logs());
        List<Authority> listed = new ArrayList<>();
        List<Bytes> oldList = new ArrayList<>();
        Foundation.lay(
                folder,
                (dir, _) -> {
                    Pki pki = Pki.create(dir, now.minus(LONG_AGO));
                    for (Country state : List.of(Cast.ORIGIN, Cast.TRANSIT, Cast.DESTINATION, XD))
                        pki.issueIssuer(state, now.minus(LONG_AGO));
                    listed.add(enlist(pki, folder, LAPSED, now.minus(LONG_AGO)));
                    oldList.add(read(pki.trust().resolve("crl/xd.crl")));
                    return pki;
                },
                now);
        Pki pki = Pki.open(folder.pki());
        listed.add(enlist(pki, folder, STALE, now));
        listed.add(enlist(pki, folder, REVOKED, now));
        enlist(pki, folder, UNLISTED, now);
        pki.revoke(
                pki.holdings().stream()
                        .filter(holding -> holding.name().equals(REVOKED.toString()))
                        .map(Holding::serial)
                        .toList(),
                RevocationReason.KEY_COMPROMISE,
                now);
        Files.write(pki.trust().resolve("crl/xd.crl"), oldList.getFirst().toArray());
        Pki foreign = Pki.create(folder.root().resolve("strangers/pki"), now);
        foreign.issueIssuer(Cast.TRANSIT, now);
        Foundation.enlist(foreign, member(SOCIAL), keysOf(folder, FOREIGN), now);
        Directory directory = directory(folder, listed, now);
        new Administrators(folder, now).publish(directory, folder.directory());
        return directory;
    }

    private static Authority enlist(Pki pki, DemoFolder folder, AuthorityCode code, Instant at) {
        return Foundation.enlist(pki, member(code), keysOf(folder, code.toString()), at);
    }

    private static Cast.Member member(AuthorityCode code) {
        Cast.Member like = Cast.MEMBERS.getFirst();
        return new Cast.Member(
                code, "Stranger " + code, Suite.HYBRID_2026, like.languages(), like.contact(), like.listing());
    }

    private static Directory directory(DemoFolder folder, List<Authority> strangers, Instant now) throws IOException {
        Bytes signed = Bytes.owned(Files.readAllBytes(folder.directory()));
        ObjectNode json = json(
                HostileStage.clear(new Administrators(folder, now).snapshots().directory(signed, Optional.empty())));
        json.put("number", 2);
        ArrayNode all = (ArrayNode) json.path("authorities");
        for (JsonNode stranger : json(Foundation.directory(2, strangers, now)).path("authorities"))
            all.add(((ObjectNode) stranger).put("gateway", "gateway-xb"));
        for (JsonNode entry : all) {
            String code = entry.path("code").asString();
            if (code.equals(Cast.CENTRAL_OF_ORIGIN.toString()))
                ((ObjectNode) entry).put("maxContentBytes", HostileStage.CONTENT_BYTES);
            if (code.equals(PROSECUTOR_OF_ORIGIN.toString()))
                ((ObjectNode) entry).putArray("accepts").add("REF-ACK");
        }
        return HostileStage.clear(Directory.read(Bytes.owned(JsonMapper.shared().writeValueAsBytes(json))));
    }

    private static ObjectNode json(Directory directory) {
        return (ObjectNode) JsonMapper.shared().readTree(directory.toJson().toArray());
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
