package org.liaison.directory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who may send what to whom. A message needs a rule (authorities of this kind may say this to
/// authorities of that kind) and an agreement (their two States provide for it, now, by this
/// channel) on the same legal basis; what is not permitted by both is denied. Where several permit
/// it, the first in the file's order counts: write the agreement of two States above the general
/// convention.
public record Rulebook(long number, Instant issued, Instant expires, List<Agreement> agreements, List<Rule> rules)
        implements Snapshot {

    static final String WHAT = "rulebook";

    public Rulebook {
        Snapshot.validate(WHAT, number, issued, expires);
        agreements = List.copyOf(agreements);
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Agreement agreement : agreements)
            if (!ids.add(agreement.id()))
                throw new IllegalArgumentException("the rulebook has agreement " + agreement.id() + " twice");
    }

    public Decision decide(Question question) {
        return new Ruling(this, question).decide();
    }

    /// The agreements between the two States of a question that are in force at its time and cover its family, whatever
    /// their legal basis and channels.
    public List<Agreement> covering(Question question) {
        return agreements.stream()
                .filter(agreement -> agreement.covers(
                        question.from().country(), question.to().country()))
                .filter(agreement -> agreement.inForce(question.at()))
                .filter(agreement -> agreement.families().contains(Family.of(question.kind())))
                .toList();
    }

    /// The legal bases on which this message may go: a form that names its own names one of these.
    public List<LegalBasis> bases(Question question) {
        return covering(question).stream()
                .map(Agreement::basis)
                .distinct()
                .filter(basis -> decide(question.on(basis)) instanceof Decision.Permitted)
                .toList();
    }

    @Override
    public Bytes toJson() {
        ObjectNode json = Snapshot.begin(WHAT, this);
        ArrayNode treaties = json.putArray("agreements");
        agreements.forEach(agreement -> AgreementJson.write(agreement, treaties.addObject()));
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
                    rulebook.objects("agreements").stream()
                            .map(AgreementJson::read)
                            .toList(),
                    rulebook.objects("rules").stream().map(Rule::read).toList());
        });
    }
}
