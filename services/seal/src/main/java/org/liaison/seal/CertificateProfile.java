package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/// What each certificate in the system looks like: one table, from which `certs` issues and which the examiner checks.
///
/// The subject's identity is exactly one URI in the subject alternative name, `urn:liaison:<family>:<name>`. A State's
/// issuer is named by its country in small letters (`urn:liaison:issuer:xa`) and may issue for authorities of that
/// country (`xa.*`) and for gateways whose code ends in `-xa`; the operator's issuer (`urn:liaison:issuer:operator`)
/// may issue for hub, administrators and any gateway, never for an authority. So no State can speak for another, and
/// none for the hub.
///
/// Every certificate carries a critical key usage with exactly the bits of its row, exactly the extended key usages of
/// its row, key identifiers, and basic constraints (critical) if it is a CA. Root and issuers sign with ECDSA P-384 and
/// SHA-384, and publish revocation lists with a number.
public enum CertificateProfile {
    ROOT("root", null, "ca", KeyAlgorithm.EC_P384, Bits.ISSUE, "", 1, Years.TWENTY),
    ISSUING("issuer", null, "ca", KeyAlgorithm.EC_P384, Bits.ISSUE, "", 0, Years.TEN),

    AUTHORITY_SIGN("authority", Role.AUTHORITY, "sign", KeyAlgorithm.EC_P256, Bits.SIGN, Use.MAIL, Years.THREE),
    AUTHORITY_SIGN_PQ("authority", Role.AUTHORITY, "sign-pq", KeyAlgorithm.ML_DSA_65, Bits.SIGN, Use.MAIL, Years.THREE),
    AUTHORITY_ENCRYPT(
            "authority",
            Role.AUTHORITY,
            "encrypt",
            KeyAlgorithm.MLKEM768_ECDH_P256,
            Bits.ENCIPHER,
            Use.MAIL,
            Years.THREE),
    AUTHORITY_ENCRYPT_CLASSIC(
            "authority", Role.AUTHORITY, "encrypt", KeyAlgorithm.EC_P256, Bits.AGREE, Use.MAIL, Years.THREE),

    HUB_EVIDENCE("hub", Role.HUB, "sign", KeyAlgorithm.EC_P256, Bits.SIGN, Use.MAIL, Years.THREE),
    ADMINISTRATOR_SIGN(
            "administrator", Role.ADMINISTRATOR, "sign", KeyAlgorithm.EC_P256, Bits.SIGN, Use.MAIL, Years.THREE),
    ADMINISTRATOR_SIGN_PQ(
            "administrator", Role.ADMINISTRATOR, "sign-pq", KeyAlgorithm.ML_DSA_65, Bits.SIGN, Use.MAIL, Years.THREE),

    GATEWAY_TLS("gateway", Role.GATEWAY, "tls", KeyAlgorithm.EC_P256, Bits.TLS, Use.TLS_CLIENT, Years.ONE),
    /// May carry DNS names and IP addresses beside its URI, for the client to compare with.
    HUB_TLS("hub", Role.HUB, "tls", KeyAlgorithm.EC_P256, Bits.TLS, Use.TLS_SERVER, Years.ONE);

    private final String family;
    private final Optional<Role> role;
    private final String alias;
    private final KeyAlgorithm key;
    private final int keyUsage;
    private final String extendedKeyUsage;
    private final int pathLength;
    private final Duration longestValidity;

    CertificateProfile(
            String family,
            Role role,
            String alias,
            KeyAlgorithm key,
            int keyUsage,
            String extendedKeyUsage,
            Duration longestValidity) {
        this(family, role, alias, key, keyUsage, extendedKeyUsage, -1, longestValidity);
    }

    CertificateProfile(
            String family,
            @org.jspecify.annotations.Nullable Role role,
            String alias,
            KeyAlgorithm key,
            int keyUsage,
            String extendedKeyUsage,
            int pathLength,
            Duration longestValidity) {
        this.family = family;
        this.role = Optional.ofNullable(role);
        this.alias = alias;
        this.key = key;
        this.keyUsage = keyUsage;
        this.extendedKeyUsage = extendedKeyUsage;
        this.pathLength = pathLength;
        this.longestValidity = longestValidity;
    }

    /// The name of the operator's issuer, which no country has.
    public static final String OPERATOR = "operator";

    /// The one URI in the subject alternative name of a certificate made out to `name`.
    public String uri(String name) {
        return "urn:liaison:" + family + ":" + name;
    }

    /// In what capacity the holder acts; empty for a CA.
    public Optional<Role> role() {
        return role;
    }

    /// Under which alias a [KeyFile] holds the key.
    public String alias() {
        return alias;
    }

    public KeyAlgorithm key() {
        return key;
    }

    /// Bits as in [KeyUsage].
    public int keyUsage() {
        return keyUsage;
    }

    /// Object identifier of the one extended key usage; empty for a CA.
    public Optional<String> extendedKeyUsage() {
        return extendedKeyUsage.isEmpty() ? Optional.empty() : Optional.of(extendedKeyUsage);
    }

    public boolean isCa() {
        return pathLength >= 0;
    }

    /// How many CAs may stand below this one; -1 if it is none.
    public int pathLength() {
        return pathLength;
    }

    public Duration longestValidity() {
        return longestValidity;
    }

    /// Whether the issuer that is called `issuer` may issue a certificate of this profile to `name`.
    public boolean mayBeIssuedBy(String issuer, String name) {
        return switch (this) {
            case ROOT, ISSUING -> false;
            case AUTHORITY_SIGN, AUTHORITY_SIGN_PQ, AUTHORITY_ENCRYPT, AUTHORITY_ENCRYPT_CLASSIC ->
                !issuer.equals(OPERATOR) && name.startsWith(issuer + ".");
            case GATEWAY_TLS -> issuer.equals(OPERATOR) || name.endsWith("-" + issuer);
            case HUB_EVIDENCE, HUB_TLS, ADMINISTRATOR_SIGN, ADMINISTRATOR_SIGN_PQ -> issuer.equals(OPERATOR);
        };
    }

    /// What in `certificate` departs from this row, as a sentence; empty if it is as it should be.
    public Optional<String> deviation(X509Certificate certificate) {
        return ProfileCheck.deviation(certificate, this);
    }

    /// The name in the certificate's URI, if it is of this profile's family.
    public Optional<String> nameIn(X509Certificate certificate) {
        return ProfileCheck.uriOf(certificate)
                .filter(uri -> uri.startsWith(uri("")))
                .map(uri -> uri.substring(uri("").length()));
    }

    private static final class Bits {
        static final int ISSUE = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        static final int SIGN = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        static final int ENCIPHER = KeyUsage.keyEncipherment;
        static final int AGREE = KeyUsage.keyAgreement;
        static final int TLS = KeyUsage.digitalSignature;
    }

    /// emailProtection, because stock S/MIME tools ask for it when they check a seal.
    private static final class Use {
        static final String MAIL = "1.3.6.1.5.5.7.3.4";
        static final String TLS_CLIENT = "1.3.6.1.5.5.7.3.2";
        static final String TLS_SERVER = "1.3.6.1.5.5.7.3.1";
    }

    private static final class Years {
        static final Duration ONE = Duration.ofDays(397);
        static final Duration THREE = Duration.ofDays(3 * 366);
        static final Duration TEN = Duration.ofDays(3653);
        static final Duration TWENTY = Duration.ofDays(7306);
    }
}
