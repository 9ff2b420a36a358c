package org.liaison.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// One line of a table: a field of ours, a field of theirs, and what is lost between them.
///
/// `coded` fields hold nothing but codes and stay in a record without identity. `onlyIf` names a field of ours that
/// must be true, or the value stays behind.
record Row(
        Place ours,
        Optional<Place> theirs,
        Shape shape,
        boolean coded,
        List<Code> codes,
        Set<String> never,
        Optional<Place> onlyIf,
        String lostOut,
        String lostIn,
        String unsourced) {

    /// `outward` codes lead out only: several of ours are one of theirs, and which one it was is gone.
    record Code(JsonNode ours, String theirs, boolean outward) {}

    static Row read(JsonNode json) {
        List<Code> codes = new ArrayList<>();
        for (JsonNode code : json.path("codes"))
            codes.add(new Code(code.path(0), code.path(1).stringValue(), code.size() > 2));
        Set<String> never = new TreeSet<>();
        for (JsonNode value : json.path("never")) never.add(value.stringValue());
        return new Row(
                Place.of(json.path("ours").stringValue()),
                Optional.of(json.path("theirs").stringValue(""))
                        .filter(name -> !name.isEmpty())
                        .map(Place::of),
                Shape.valueOf(json.path("shape").stringValue()),
                json.path("coded").booleanValue(false),
                codes,
                never,
                Optional.ofNullable(json.path("onlyIf").stringValue(null)).map(Place::of),
                json.path("out").stringValue(""),
                json.path("in").stringValue(""),
                json.path("unsourced").stringValue(""));
    }

    Row named(Place name) {
        return new Row(ours, Optional.of(name), shape, coded, codes, never, onlyIf, lostOut, lostIn, "");
    }

    Optional<String> outward(JsonNode value) {
        return codes.stream()
                .filter(code -> code.ours().equals(value))
                .map(Code::theirs)
                .findFirst();
    }

    Optional<JsonNode> inward(JsonNode value) {
        return codes.stream()
                .filter(code -> !code.outward() && code.theirs().equals(value.stringValue("")))
                .map(Code::ours)
                .findFirst();
    }
}
