package org.liaison.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How else an authority is reached: by post, by further phones, in urgency, through INTERPOL. `requestsTo` says where
/// requests go if not to the postal address; `contactFunction` is the post of the person to ask for, never a name.
public record Reach(
        String postalAddress,
        String requestsTo,
        List<Phone> phones,
        String urgentProcedure,
        Optional<Boolean> acceptsViaInterpol,
        String contactFunction) {

    private static final int MOST_PHONES = 20;

    static final Reach NOTHING = new Reach("", "", List.of(), "", Optional.empty(), "");

    public Reach {
        Line.demand("postal address", postalAddress, Line.LONG);
        Line.demand("where requests go", requestsTo, Line.LONG);
        Line.demand("urgent procedure", urgentProcedure, Line.LONG);
        Line.demand("contact function", contactFunction, Line.LONG);
        if (phones.size() > MOST_PHONES)
            throw new IllegalArgumentException("an authority lists at most " + MOST_PHONES + " more phones");
        phones = List.copyOf(phones);
    }

    void writeTo(ObjectNode json) {
        Fields.textIfAny(json, "postalAddress", postalAddress);
        Fields.textIfAny(json, "requestsTo", requestsTo);
        if (!phones.isEmpty()) {
            ArrayNode list = json.putArray("phones");
            phones.forEach(phone -> phone.writeTo(list.addObject()));
        }
        Fields.textIfAny(json, "urgentProcedure", urgentProcedure);
        acceptsViaInterpol.ifPresent(yes -> json.put("acceptsViaInterpol", yes));
        Fields.textIfAny(json, "contactFunction", contactFunction);
    }

    static Reach read(StrictJson json) {
        List<Phone> phones = new ArrayList<>();
        if (json.has("phones")) json.objects("phones").forEach(phone -> phones.add(Phone.read(phone)));
        return new Reach(
                json.optionalText("postalAddress").orElse(""),
                json.optionalText("requestsTo").orElse(""),
                phones,
                json.optionalText("urgentProcedure").orElse(""),
                Fields.optionalFlag(json, "acceptsViaInterpol"),
                json.optionalText("contactFunction").orElse(""));
    }
}
