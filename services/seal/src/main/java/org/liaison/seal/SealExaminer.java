package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.SignedData;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;

/// Says who signed, or what is wrong. It reads top to bottom as the argument it makes: the form is exactly ours; each
/// certificate may sign for its name today; each signature belongs to this content, this certificate and this time; and
/// both signatures are of one hand.
///
/// One examiner serves many threads and remembers what it has learnt about certificates, never about seals.
public final class SealExaminer {

    /// Which rows of the profile may sign. A certificate fits at most one, by its key and its name.
    private static final Set<CertificateProfile> SIGNING = Set.of(
            CertificateProfile.AUTHORITY_SIGN,
            CertificateProfile.AUTHORITY_SIGN_PQ,
            CertificateProfile.HUB_EVIDENCE,
            CertificateProfile.ADMINISTRATOR_SIGN,
            CertificateProfile.ADMINISTRATOR_SIGN_PQ);

    private final TrustStore trust;
    private final Duration revocationGrace;
    private final KnownCertificate.Cache certificates = new KnownCertificate.Cache();

    /// `revocationGrace`: how long after its announced end a revocation list is still relied on.
    public SealExaminer(TrustStore trust, Duration revocationGrace) {
        this.trust = trust;
        this.revocationGrace = revocationGrace;
    }

    /// `now` is the time at which the certificates must be in force: the present for what arrives, the time in the log
    /// for what was kept.
    public Finding examine(Bytes signed, Strength required, Instant now) {
        Optional<SignedData> data = SealReader.parse(signed);
        if (data.isEmpty()) return new Broken(Flaw.NOT_A_SEAL);
        Optional<SealReader.Form> form = SealReader.read(data.get(), required);
        if (form.isEmpty()) return new Broken(Flaw.OUTSIDE_PROFILE);
        return examine(form.get(), now);
    }

    private Finding examine(SealReader.Form form, Instant now) {
        Optional<Hand> first = Optional.empty();
        Set<Digest> proven = new HashSet<>();
        for (SealReader.Signed signature : form.signatures()) {
            switch (examine(signature, form.content(), now)) {
                case Unproven(Flaw flaw) -> {
                    return new Broken(flaw);
                }
                case Hand hand -> {
                    if (first.isPresent() && !first.get().sameAs(hand)) return new Broken(Flaw.OUTSIDE_PROFILE);
                    first = Optional.of(hand);
                    proven.add(hand.certificate());
                }
            }
        }
        Hand hand = first.orElseThrow();
        return new Genuine(form.content(), new Signatory(hand.role(), hand.name(), proven), hand.at());
    }

    private sealed interface Proof {}

    private record Unproven(Flaw flaw) implements Proof {}

    /// One signature, proven.
    private record Hand(Role role, String name, Digest certificate, Instant at) implements Proof {

        boolean sameAs(Hand other) {
            return role == other.role && name.equals(other.name) && at.equals(other.at);
        }
    }

    private Proof examine(SealReader.Signed signature, Bytes content, Instant now) {
        try {
            SealAlgorithm algorithm = signature.algorithm();
            KnownCertificate signer = certificates.read(signature.certificate(), algorithm);
            Optional<CertificateProfile> use = SIGNING.stream()
                    .filter(profile -> profile.key() == algorithm.key()
                            && profile.nameIn(signer.certificate()).isPresent())
                    .findFirst();
            if (use.isEmpty()) return new Unproven(Flaw.WRONG_USE);
            return switch (trust.standing(signer.certificate(), use.get(), revocationGrace, now)) {
                case Standing.Refused(Flaw flaw) -> new Unproven(flaw);
                case Standing.InForce(CertificateProfile profile, String name) -> {
                    certificates.keep(signer);
                    yield verify(signature, content, signer)
                            .<Proof>map(at -> new Hand(profile.role().orElseThrow(), name, signer.digest(), at))
                            .orElse(new Unproven(Flaw.SIGNATURE_MISMATCH));
                }
            };
        } catch (GeneralSecurityException | RuntimeException e) {
            return new Unproven(Flaw.OUTSIDE_PROFILE);
        }
    }

    /// RFC 5652 §5.6, with the digest compared (§5.4) before the signature is computed. The time of signing, if all
    /// holds.
    private static Optional<Instant> verify(SealReader.Signed signature, Bytes content, KnownCertificate signer) {
        try {
            SealAlgorithm algorithm = signature.algorithm();
            Optional<Instant> at =
                    SealAttributes.read(signature.attributes(), algorithm.digest(content), signer.digest());
            byte[] signedBytes = SealWriter.der(signature.attributes()).toArray();
            return at.filter(_ -> algorithm.verifies(
                    signer.ready(), signedBytes, signature.signature().toArray()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
