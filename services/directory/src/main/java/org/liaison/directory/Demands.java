package org.liaison.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// What an authority demands of a request, in its own words: formats, protection, dual criminality, limits of use,
/// special documents, and where its law can be read.
public record Demands(
        List<String> formats,
        Optional<Boolean> encryptionRequired,
        Optional<Boolean> signatureRequired,
        String dualCriminality,
        String useLimitation,
        String specialDocuments,
        List<String> links) {

    private static final int LONGEST_LINK = 500;
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+/-]{0,79}");

    static final Demands NOTHING = new Demands(List.of(), Optional.empty(), Optional.empty(), "", "", "", List.of());

    public Demands {
        for (String format : formats)
            if (!FORMAT.matcher(format).matches())
                throw new IllegalArgumentException("a format is a word or a media type such as application/pdf");
        Line.demand("dual criminality", dualCriminality, Line.LONG);
        Line.demand("use limitation", useLimitation, Line.LONG);
        Line.demand("special documents", specialDocuments, Line.LONG);
        links.forEach(Demands::demandLink);
        formats = List.copyOf(formats);
        links = List.copyOf(links);
    }

    void writeTo(ObjectNode json) {
        Fields.textsIfAny(json, "formats", formats);
        encryptionRequired.ifPresent(yes -> json.put("encryptionRequired", yes));
        signatureRequired.ifPresent(yes -> json.put("signatureRequired", yes));
        Fields.textIfAny(json, "dualCriminality", dualCriminality);
        Fields.textIfAny(json, "useLimitation", useLimitation);
        Fields.textIfAny(json, "specialDocuments", specialDocuments);
        Fields.textsIfAny(json, "links", links);
    }

    static Demands read(StrictJson json) {
        return new Demands(
                Fields.optionalTexts(json, "formats"),
                Fields.optionalFlag(json, "encryptionRequired"),
                Fields.optionalFlag(json, "signatureRequired"),
                json.optionalText("dualCriminality").orElse(""),
                json.optionalText("useLimitation").orElse(""),
                json.optionalText("specialDocuments").orElse(""),
                Fields.optionalTexts(json, "links"));
    }

    private static void demandLink(String link) {
        try {
            URI uri = new URI(link);
            boolean web = "https".equals(uri.getScheme()) && uri.getHost() != null;
            if (web && link.length() <= LONGEST_LINK && !link.contains(";")) return;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a link begins with https:// and has no semicolon or space", e);
        }
        throw new IllegalArgumentException("a link begins with https:// and has no semicolon or space");
    }
}
