package org.liaison.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of ours to go to after signing in. Whatever else is asked for, a person goes to the first page: an
/// address that begins on our site must not end on another.
record ReturnTo(String path) {

    private static final ReturnTo HOME = new ReturnTo("/");
    private static final int LONGEST = 2000;

    /// One slash, then anything but a second one and steps upwards; browsers take `\` for `/`, and skip tabs and line
    /// ends.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])(?!(.*/)?\\.\\.?([/?#]|$))[^\\\\\\p{Cntrl}\\s]*");

    /// Going there would begin again, or sign out.
    private static final Pattern ABOUT_SIGNING_IN = Pattern.compile("/(sign-in|sign-out|enrol)([/?#].*)?");

    static ReturnTo of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || !local(asked)) return HOME;
        return decoded(asked)
                .filter(ReturnTo::local)
                .filter(plain -> !ABOUT_SIGNING_IN.matcher(plain).matches())
                .map(_ -> new ReturnTo(asked))
                .orElse(HOME);
    }

    boolean home() {
        return equals(HOME);
    }

    /// For a query.
    String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean local(String text) {
        return LOCAL.matcher(text).matches();
    }

    /// A proxy may decode once before the browser sees it, so the decoded form must be local, too; of the
    /// query only the written form counts.
    private static Optional<String> decoded(String asked) {
        try {
            URI uri = new URI(asked);
            if (uri.isAbsolute() || uri.getRawAuthority() != null) return Optional.empty();
            return Optional.of(URLDecoder.decode(uri.getRawPath(), StandardCharsets.UTF_8));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
