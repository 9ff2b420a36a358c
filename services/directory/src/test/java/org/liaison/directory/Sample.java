package org.liaison.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// A small network of fictional States.
final class Sample {

    static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant EXPIRES = Instant.parse("2026-12-01T00:00:00Z");
    static final AuthorityCode POLICE_XA = AuthorityCode.parse("xa.police.antitrafficking");
    static final AuthorityCode SOCIAL_XA = AuthorityCode.parse("xa.social.victims");
    static final AuthorityCode SOCIAL_XC = AuthorityCode.parse("xc.social.shelter");
    static final AuthorityCode CENTRAL_XC = AuthorityCode.parse("xc.central.justice");
    static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    static final MessageKind REQUEST = new MessageKind("MLA-REQ");
    static final ContactPoint DESK = new ContactPoint("+99012345678", "desk@example.org", false, "Mon-Fri 8-16", "Z");
    static final LegalBasis COE = new LegalBasis("CoE197");

    static Authority authority(AuthorityCode code) {
        return new Authority(
                code,
                "Sample authority " + code,
                new GatewayCode("gateway-" + code.country().code().toLowerCase(java.util.Locale.ROOT)),
                Set.of(REFERRAL),
                List.of("en", "zh-Hant"),
                10_000_000,
                Suite.HYBRID_2026,
                Set.of(
                        Bytes.ofUtf8("classic certificate of " + code).sha256(),
                        Bytes.ofUtf8("post-quantum certificate of " + code).sha256()),
                Bytes.ofUtf8("encryption certificate of " + code),
                DESK);
    }

    static Directory directory(long number) {
        return new Directory(
                number,
                ISSUED,
                EXPIRES,
                List.of(authority(SOCIAL_XC), authority(POLICE_XA), authority(SOCIAL_XA), authority(CENTRAL_XC)));
    }

    static final Instant LONG_SINCE = Instant.parse("2008-02-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Agreement COE_REFERRALS = Agreement.of(
            "COE197", Parties.any(), COE, LONG_SINCE, List.of(new Family("REF")), List.of(Channel.SERVICES));

    static Rulebook rulebook(long number) {
        return new Rulebook(
                number,
                ISSUED,
                EXPIRES,
                List.of(COE_REFERRALS),
                List.of(Rule.between(AuthorityKind.SOCIAL, AuthorityKind.SOCIAL, Set.of(REFERRAL), COE)));
    }

    private Sample() {}
}
