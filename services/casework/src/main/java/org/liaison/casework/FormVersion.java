package org.liaison.casework;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Forms live longer than programs: a version is read, too old, or not known yet, and each gets its own answer.
final class FormVersion {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    static Optional<Problem> problem(KindOfMessage kind, JsonNode version) {
        String written = version.stringValue("");
        if (kind.versions().contains(written)) return Optional.empty();
        String newest = kind.newestVersion();
        if (version.isMissingNode())
            return problem("The form does not say its version.", "Write \"version\": \"" + newest + "\".");
        if (!NUMBER.matcher(written).matches())
            return problem(
                    "The version of the form is not a number in quotation marks.",
                    "Write \"version\": \"" + newest + "\".");
        if (Integer.parseInt(written) > Integer.parseInt(newest))
            return problem(
                    "The form has version " + written + " of " + kind.code() + "; this program knows versions up to "
                            + newest + ".",
                    "Update the program that must read it, or send the form in version " + newest + ".");
        return problem(
                "Version " + written + " of " + kind.code() + " is no longer read.", "Fill in version " + newest + ".");
    }

    private static Optional<Problem> problem(String sentence, String mend) {
        return Optional.of(new Problem("/version", sentence, "", mend));
    }

    private FormVersion() {}
}
