package org.liaison.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who may send what to whom. What no rule permits is denied. Where several permit it, the first in the file's order
/// counts: write the agreement of two States above the general rule.
public record Rulebook(long number, Instant issued, Instant expires, List<Rule> rules) implements Snapshot {

    static final String WHAT = "rulebook";

    public Rulebook {
        Snapshot.validate(WHAT, number, issued, expires);
        rules = List.copyOf(rules);
    }

    public Decision decide(AuthorityCode from, AuthorityCode to, MessageKind kind) {
        boolean sender = false;
        boolean recipient = false;
        Set<MessageKind> between = new TreeSet<>();
        for (Rule rule : rules) {
            if (!rule.coversSender(from)) continue;
            sender = true;
            if (!rule.coversRecipient(to)) continue;
            recipient = true;
            if (rule.kinds().contains(kind)) return new Decision.Permitted(rule);
            between.addAll(rule.kinds());
        }
        if (!sender) return new Decision.Denied("No rule covers the sender, " + described(from) + ".");
        if (!recipient)
            return new Decision.Denied(
                    "No rule covers the recipient, " + described(to) + ", for messages from " + described(from) + ".");
        return new Decision.Denied("No rule covers the kind " + kind + " from " + described(from) + " to "
                + described(to) + "; permitted are " + between + ".");
    }

    @Override
    public Bytes toJson() {
        ObjectNode json = Snapshot.begin(WHAT, this);
        ArrayNode list = json.putArray("rules");
        rules.forEach(rule -> rule.writeTo(list.addObject()));
        return StrictJson.write(json);
    }

    public static Reading<Rulebook> read(Bytes json) {
        return StrictJson.read(json, WHAT, rulebook -> {
            Snapshot.demand(WHAT, rulebook);
            return new Rulebook(
                    rulebook.number("number"),
                    rulebook.as("issued", StrictJson::instant),
                    rulebook.as("expires", StrictJson::instant),
                    rulebook.objects("rules").stream().map(Rule::read).toList());
        });
    }

    private static String described(AuthorityCode authority) {
        return authority.kind().code() + " of " + authority.country();
    }
}
