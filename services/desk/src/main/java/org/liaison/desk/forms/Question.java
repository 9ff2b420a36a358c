package org.liaison.desk.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityKind;

/// One question, as the schema puts it.
///
/// `path` is its place, with `*` for the number of an entry. `required` holds within its group:
/// a group that is not filled in needs none of its parts. `parts` are the questions of a group,
/// or the one question that each entry of a list answers. `personal`: the schema says that it is
/// about a person. `ofCase`: it says the same in every message of a case, and goes to whoever
/// gets any of them. `seenBy` is there where the schema names a class of information that not
/// every recipient gets.
public record Question(
        String path,
        Input input,
        Wording wording,
        boolean required,
        List<Choice> choices,
        List<Question> parts,
        Limits limits,
        Optional<SeenBy> seenBy,
        boolean personal,
        boolean ofCase,
        List<Rule> rules) {

    public Question {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
    }

    /// `article` names the source of the question and `example` is an example of an answer; both may be empty.
    public record Wording(Text label, Text help, String article, String example) {}

    public record Choice(String value, Text label) {}

    /// `type` is the type of the value in JSON; a largest number of nothing is [Integer#MAX_VALUE].
    public record Limits(String type, int longest, int fewestEntries, int mostEntries) {}

    /// Recipients that get it with every form, and recipients that get it as far as the person agreed.
    public record SeenBy(Set<AuthorityKind> sure, Set<AuthorityKind> agreed) {
        public SeenBy {
            sure = Set.copyOf(sure);
            agreed = Set.copyOf(agreed);
        }

        /// In the same order on every page.
        public List<AuthorityKind> kinds() {
            return sure.stream().sorted().toList();
        }

        public List<AuthorityKind> agreedKinds() {
            return agreed.stream().sorted().toList();
        }
    }

    /// The name of the field.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Text label() {
        return wording.label;
    }

    public Text help() {
        return wording.help;
    }

    Optional<Question> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /// What each entry of a list answers.
    Question entry() {
        return parts.getFirst();
    }
}
