package org.liaison.casework;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.liaison.message.Bytes;
import org.liaison.message.HandlingCode;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The handling codes of a message. An officer writes them in the form; the slip bears them too, for what came under
/// restrictions is known by its slip also when the form is gone.
public final class Handling {

    /// The codes told for the slip, and those that the form says and the slip was not told. Where a result names codes
    /// for one piece of evidence, the slip bears them for all of it: rather too strict than too late.
    public static List<HandlingCode> of(Bytes form, Collection<HandlingCode> told) {
        Set<HandlingCode> codes = new LinkedHashSet<>(told);
        try {
            JsonNode json = StrictJson.MAPPER.readTree(form.toArray());
            add(json.at("/handling/codes"), codes);
            add(json.at("/useLimitation/handling"), codes);
            for (JsonNode piece : json.path("manifest")) add(piece.path("handling"), codes);
        } catch (JacksonException e) {
            // What is no form says nothing of how to handle it; that it is no form is for its check to say.
        }
        return List.copyOf(codes);
    }

    private static void add(JsonNode list, Set<HandlingCode> codes) {
        for (JsonNode code : list)
            for (HandlingCode known : HandlingCode.values())
                if (known.name().equals(code.stringValue(""))) codes.add(known);
    }

    private Handling() {}
}
