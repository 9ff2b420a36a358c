package org.liaison.certs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.Country;
import org.liaison.seal.CertificateProfile;

/// Names whoever signs certificates: the root, the issuing authority of a State (`xa`), or that of the
/// hub's operator (`operator`).
public record IssuerName(String value) {

    public static final IssuerName ROOT = new IssuerName("root");
    public static final IssuerName OPERATOR = new IssuerName(CertificateProfile.OPERATOR);

    private static final Pattern STATE = Pattern.compile("[a-z]{2}");

    public IssuerName {
        if (!value.equals("root")
                && !value.equals(CertificateProfile.OPERATOR)
                && !STATE.matcher(value).matches())
            throw new IllegalArgumentException(
                    "an issuer is 'root', 'operator' or a State's two small letters, not '" + value + "'");
    }

    public static IssuerName of(Country state) {
        return new IssuerName(state.code().toLowerCase(Locale.ROOT));
    }

    public Optional<Country> state() {
        return STATE.matcher(value).matches()
                ? Optional.of(new Country(value.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
