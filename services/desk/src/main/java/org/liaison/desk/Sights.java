package org.liaison.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.casework.Forms;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.Reach;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.signin.Person;
import org.liaison.signin.Persons;
import org.liaison.signin.Role;

/// Finds out who can see what: persons from the grants of sign-in, fields from the tables of
/// casework.
final class Sights {

    private final Persons persons;
    private final Forms forms;

    Sights(Persons persons, Forms forms) {
        this.persons = persons;
        this.forms = forms;
    }

    /// Of these copies of one authority. What came in is about what its sender holds too.
    Sight of(AuthorityCode owner, List<Post.Item> items, Language language) {
        Set<AuthorityCode> others = new LinkedHashSet<>();
        for (Post.Item item : items)
            Stream.concat(Stream.of(item.from()), item.to().stream())
                    .filter(party -> !party.equals(owner))
                    .forEach(others::add);
        return new Sight(
                owner,
                names(owner, Role.OFFICER, Role.SUPERVISOR),
                names(owner, Role.AUDITOR),
                others.stream()
                        .map(party -> new Sight.Party(party, shares(party, items, language)))
                        .toList());
    }

    private List<Sight.Share> shares(AuthorityCode party, List<Post.Item> items, Language language) {
        return items.stream()
                .filter(item -> item.to().contains(party))
                .map(Post.Item::kind)
                .distinct()
                .flatMap(kind -> Questionnaire.of(forms, kind, language).stream()
                        .filter(known -> known.kind().recipients().contains(party.kind()))
                        .map(known -> new Sight.Share(kind, Reach.of(known, party.kind()))))
                .toList();
    }

    private List<String> names(AuthorityCode authority, Role... roles) {
        return persons.with(authority.toString(), roles).stream()
                .map(Person::name)
                .toList();
    }
}
