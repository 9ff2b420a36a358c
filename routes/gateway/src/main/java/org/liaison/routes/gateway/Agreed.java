package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.casework.Problem;
import org.liaison.directory.Authority;
import org.liaison.directory.Decision;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Question;
import org.liaison.directory.Rulebook;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What the States of sender and recipient agreed, held against a form: the legal basis it names, and the languages it
/// may be in. The hub cannot look, for it reads no forms; so both gateways do.
final class Agreed {

    private final AuthorityCode from;
    private final MessageKind kind;
    private final Instant at;
    private final Optional<LegalBasis> named;
    private final Rulebook rulebook;

    Agreed(AuthorityCode from, MessageKind kind, Bytes form, Instant at, Rulebook rulebook) {
        this.from = from;
        this.kind = kind;
        this.at = at;
        this.named = namedIn(form);
        this.rulebook = rulebook;
    }

    /// At most one problem. A message that may not go at all is not the form's fault and is refused elsewhere.
    List<Problem> problems(List<AuthorityCode> recipients) {
        for (AuthorityCode recipient : recipients) {
            Question question = question(recipient);
            boolean mayGo = rulebook.decide(question) instanceof Decision.Permitted;
            boolean onThis = named.isEmpty() || rulebook.decide(question.on(named.get())) instanceof Decision.Permitted;
            if (mayGo && !onThis) return List.of(otherBasis(question));
        }
        return List.of();
    }

    List<String> languages(Authority recipient) {
        Question question = question(recipient.code());
        return rulebook.decide(named.map(question::on).orElse(question))
                        instanceof Decision.Permitted(var _, var agreement)
                ? agreement.languagesTo(recipient)
                : recipient.languages();
    }

    private Problem otherBasis(Question question) {
        return new Problem(
                "/legalBasis",
                "The rulebook does not let " + kind + " go from " + from + " to " + question.to()
                        + " on the legal basis that is named.",
                "",
                "Name "
                        + rulebook.bases(question).stream()
                                .map(LegalBasis::code)
                                .collect(Collectors.joining(" or "))
                        + ".");
    }

    /// Whether an urgent channel may be taken is asked before, where the priority is known.
    private Question question(AuthorityCode recipient) {
        return Question.of(from, recipient, kind, at).urgent(true);
    }

    private static Optional<LegalBasis> namedIn(Bytes form) {
        try {
            JsonNode basis = StrictJson.MAPPER.readTree(form.toArray()).path("legalBasis");
            return basis.isString() ? LegalBasis.named(basis.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            // The form's own rules say what is wrong with it.
            return Optional.empty();
        }
    }
}
