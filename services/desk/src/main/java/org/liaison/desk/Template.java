package org.liaison.desk;

import java.util.UUID;
import org.liaison.desk.forms.Answers;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;

/// What somebody kept of a sheet to begin others with: its author's own, or shared within the
/// authority.
public record Template(
        UUID id, UUID author, AuthorityCode owner, MessageKind kind, boolean shared, String name, Answers answers) {

    static final int LONGEST_NAME = 80;

    public Template {
        if (name.isBlank() || name.length() > LONGEST_NAME)
            throw new IllegalArgumentException("a template's name has 1 to " + LONGEST_NAME + " characters");
    }

    /// Whether this person, who works for its authority, may begin with it.
    boolean isOffered(UUID person) {
        return shared || author.equals(person);
    }
}
