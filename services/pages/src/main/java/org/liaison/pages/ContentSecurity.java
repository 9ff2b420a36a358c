package org.liaison.pages;

/// What a browser may do with our pages. Whoever gets a script or a form of theirs into a page
/// gains nothing: it does not run, and it sends nothing elsewhere.
public final class ContentSecurity {

    /// Content Security Policy Level 3. Nothing is loaded from elsewhere, nothing is inline, nobody frames us.
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentSecurity() {}
}
