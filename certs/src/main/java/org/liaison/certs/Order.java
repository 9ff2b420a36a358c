package org.liaison.certs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.certs.Terms.IssuedBy;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Country;
import org.liaison.message.GatewayCode;

/// What is asked of an issuer: keys of a profile for a name. An order that exists may be carried out: nobody can even
/// ask the issuer of one State for a name of another.
///
/// `hosts` are the DNS names and IP addresses in a server's certificate.
public record Order(Profile profile, String name, IssuerName issuer, List<String> hosts) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern ORIGIN = Pattern.compile("[a-z0-9][a-z0-9./-]{0,62}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?|::1");

    public Order {
        hosts = List.copyOf(hosts);
        checkName(profile, name);
        Terms terms = profile.terms();
        if (!terms.issuedBy().contains(kind(issuer)))
            throw new PkiRefused("a certificate of profile " + profile.code() + " comes from the issuer of "
                    + (terms.issuedBy().contains(IssuedBy.STATE) ? "a State" : "the hub's operator") + ", not from '"
                    + issuer + "'");
        if (!profile.mayBeIssuedBy(issuer.value(), name))
            throw new PkiRefused("the issuer '" + issuer + "' may not issue for '" + name
                    + "': an issuer speaks for its own State only");
        if (!terms.isServer() && !hosts.isEmpty())
            throw new PkiRefused("a certificate of profile " + profile.code() + " names no hosts");
        for (String host : hosts)
            if (!HOST.matcher(host).matches())
                throw new PkiRefused("'" + host + "' is neither a DNS name nor an IP address");
    }

    /// The issuer follows from the profile and the name: `xa.police.a` and `gateway-xa` are for the issuer of XA.
    public static Order of(Profile profile, String name) {
        return new Order(
                profile, name, issuerFor(profile, name), profile.terms().hosts());
    }

    public static Order of(Profile profile, String name, Country state) {
        return new Order(profile, name, IssuerName.of(state), profile.terms().hosts());
    }

    public Order withHosts(List<String> others) {
        return new Order(profile, name, issuer, others);
    }

    /// The one URI in each of its certificates.
    String identity() {
        return profile.terms().identity().orElseThrow() + ":" + name;
    }

    private static IssuerName issuerFor(Profile profile, String name) {
        if (!profile.terms().issuedBy().contains(IssuedBy.STATE)) return IssuerName.OPERATOR;
        checkName(profile, name);
        return switch (profile) {
            case AUTHORITY, AUTHORITY_CLASSIC ->
                IssuerName.of(AuthorityCode.parse(name).country());
            default -> stateAtTheEndOf(name).orElse(IssuerName.OPERATOR);
        };
    }

    private static Optional<IssuerName> stateAtTheEndOf(String name) {
        return Pattern.compile(".*-([a-z]{2})")
                .matcher(name)
                .results()
                .findFirst()
                .map(found -> new IssuerName(found.group(1)));
    }

    private static IssuedBy kind(IssuerName issuer) {
        if (issuer.equals(IssuerName.ROOT)) return IssuedBy.ROOT;
        return issuer.equals(IssuerName.OPERATOR) ? IssuedBy.OPERATOR : IssuedBy.STATE;
    }

    private static void checkName(Profile profile, String name) {
        try {
            switch (profile) {
                case AUTHORITY, AUTHORITY_CLASSIC -> AuthorityCode.parse(name);
                case GATEWAY_TLS, WITNESS -> new GatewayCode(name);
                case HUB_TLS, HUB_EVIDENCE, ADMINISTRATOR -> matches(CODE, name, "a code");
                case LOG_KEY -> matches(ORIGIN, name, "the origin of a log, such as log.example.org/hub");
            }
        } catch (IllegalArgumentException e) {
            throw new PkiRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void matches(Pattern shape, String name, String what) {
        if (!shape.matcher(name).matches())
            throw new IllegalArgumentException(
                    what + " has small letters, digits and inner hyphens, not '" + name + "'");
    }
}
