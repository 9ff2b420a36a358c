package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;

/// Somebody who may come in. `name` is what others see, `login` what the person types. A controller's method
/// that takes a `Person` gets whoever is signed in.
public record Person(UUID id, String name, String login, Language language, ZoneId zone, Set<Grant> grants) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?");
    private static final int LONGEST_NAME = 120;

    public Person {
        if (!isName(name)) throw new IllegalArgumentException("a person's name has 1 to 120 visible characters");
        if (!isLogin(login))
            throw new IllegalArgumentException("a login name has 1 to 64 small letters, digits, . _ @ -");
        grants = Set.copyOf(grants);
    }

    /// Whoever is signed in and asks this; for those who are called with the request only.
    public static Optional<Person> of(HttpServletRequest request) {
        Visits.Standing.Inside inside = VisitGate.inside(request);
        return inside == null ? Optional.empty() : Optional.of(inside.account().person());
    }

    public boolean may(Role role, String scope) {
        return grants.contains(new Grant(role, scope));
    }

    public boolean may(Role role, AuthorityCode authority) {
        return may(role, authority.toString());
    }

    /// The scopes in which this person has at least one of the roles.
    public SortedSet<String> scopes(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return grants.stream()
                .filter(grant -> wanted.contains(grant.role()))
                .map(Grant::scope)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// As [#scopes], of those that are authorities.
    public SortedSet<AuthorityCode> authorities(Role... roles) {
        return scopes(roles).stream()
                .filter(scope -> !scope.equals(Grant.HUB))
                .map(AuthorityCode::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The grants in reading order.
    public List<Grant> listed() {
        return grants.stream().sorted().toList();
    }

    /// Names a person in a log without saying who it is.
    @Override
    public String toString() {
        return "person " + id;
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /// No control or invisible formatting characters: a name stands in sentences that others trust.
    static boolean isName(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Person::isInvisible);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
