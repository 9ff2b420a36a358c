package org.liaison.desk;

import java.util.List;
import java.util.Optional;
import org.liaison.casework.Forms;
import org.liaison.desk.forms.Answers;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.pages.Absent;

/// What a sheet begins with: a template, or what its case already says.
final class Beginnings {

    private final Templates templates;
    private final Post post;
    private final Forms forms;

    Beginnings(Templates templates, Post post, Forms forms) {
        this.templates = templates;
        this.post = post;
        this.forms = forms;
    }

    List<Template> templates(Seat seat) {
        return templates.of(seat.person().id(), seat.worksFor());
    }

    /// A template is used in the name in which it was kept, for the kind of message that it was
    /// made from.
    Answers ofTemplate(Seat seat, String id, AuthorityCode from, MessageKind kind) {
        return templates
                .find(Bench.uuid(id))
                .filter(one -> one.owner().equals(from) && one.kind().equals(kind))
                .filter(one -> one.isOffered(seat.person().id()))
                .map(Template::answers)
                .orElseThrow(Absent::new);
    }

    /// From the newest message of the case that a person has read here or wrote.
    Answers ofCase(Cases.Dossier dossier, MessageKind kind) {
        Optional<Questionnaire> questionnaire = Questionnaire.of(forms, kind, Language.EN);
        return post.ofCase(dossier.id(), dossier.owner()).reversed().stream()
                .filter(item -> !item.unread())
                .findFirst()
                .flatMap(item -> post.whole(item.id(), item.owner(), true))
                .flatMap(Post.Whole::content)
                .flatMap(Post.Content::form)
                .flatMap(form -> questionnaire.map(known -> known.carriedOver(form)))
                .orElse(Answers.EMPTY);
    }
}
