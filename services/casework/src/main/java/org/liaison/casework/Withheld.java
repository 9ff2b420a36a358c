package org.liaison.casework;

import org.liaison.message.AuthorityKind;

/// One thing that stays behind when a form is cut for a recipient: where it stands in the whole form, of which class
/// of information it is (empty if the schema names none), and the rule by which it stays.
public record Withheld(String pointer, String dataClass, Rule rule, AuthorityKind recipient) {

    public enum Rule {
        /// The schema knows no such field, or says no class of it.
        NO_CLASS,
        /// The class may go, but the recipient's view of this form has no such field.
        NOT_IN_VIEW,
        /// The class goes only as far as the person agreed, and the consent in the form does not cover it.
        NOT_AGREED,
        /// The class never goes to recipients of this kind.
        NEVER
    }

    /// The rule in a sentence, which quotes nothing of the form.
    public String sentence() {
        String what = dataClass + " (" + Minimisation.meaning(dataClass) + ")";
        String whom = "an authority of kind " + recipient.code();
        return switch (rule) {
            case NO_CLASS -> "What the form does not know goes to nobody.";
            case NOT_IN_VIEW -> "The view of this form that goes to " + whom + " has no such field.";
            case NOT_AGREED ->
                "Information of class " + what + " goes to " + whom
                        + " only as far as the person agreed, and the consent does not cover it.";
            case NEVER -> "Information of class " + what + " never goes to " + whom + " with this form.";
        };
    }
}
