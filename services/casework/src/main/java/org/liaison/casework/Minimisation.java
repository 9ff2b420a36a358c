package org.liaison.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

/// Who may see which class of information about a person. The schema of a form says of each field, by
/// `x-class`, of which class it is; this table says where that class may go. A class or a recipient that is not in the
/// table gets nothing. [Projection] cuts forms by it, and `MINIMISATION.md` is drawn from it.
final class Minimisation {

    /// What a kind of recipient may see of a class.
    enum Share {
        /// With the form.
        YES,
        /// With the form, if the consent that the form carries covers the class.
        AGREED,
        NEVER
    }

    /// `alarm` stands for police when there is immediate danger, or a person has not arrived (CoE 33(1)). Police and
    /// prosecutors see less still: only the fields that the form's view for them has.
    // spotless:off
    static final String TABLE = """
        class          social  ngo     police  alarm  prosecutor  central  ncb     coordinator  what it is
        OPEN           yes     yes     yes     yes    yes         yes      yes     never        kind, language, legal basis, pseudonym, countries and their roles, whom to call
        CARE           yes     yes     never   never  never       never    never   never        who helps and how it goes on: services, consent, wishes, needs by code
        IDENTITY       yes     agreed  agreed  yes    agreed      agreed   agreed  never        names, dates, documents, ways to reach the person
        WHEREABOUTS    yes     never   never   yes    never       never    never   never        where the person is
        JOURNEY        yes     yes     never   yes    never       never    never   never        when and how the person travels, and who is there
        HEALTH         agreed  agreed  never   never  never       never    never   never        health, body and mind
        NEEDS          yes     yes     never   never  never       never    never   never        the service plan and its outcomes
        ACCOUNT        agreed  agreed  agreed  never  agreed      never    never   never        what was done to the person
        SUSPECTS       never   never   yes     yes    yes         never    never   never        suspects, methods, routes
        COOPERATION    never   never   never   never  yes         never    never   never        cooperation with justice, proceedings
        RESIDENCE      agreed  never   agreed  never  agreed      agreed   never   never        the right to stay
        RISK           yes     yes     yes     yes    yes         never    never   never        level, threats, protective measures
        CHILD          yes     agreed  agreed  never  agreed      agreed   never   never        guardian, best interests
        CODES          yes     yes     yes     never  yes         yes      yes     yes          an incident in codes: month, countries, acts, purposes, how many persons
        CODED_METHODS  never   never   yes     never  yes         yes      yes     yes          of an incident in codes: means, routes, linked offences, stage
        CODED_NEEDS    yes     yes     never   never  never       never    never   yes          of an incident in codes: needs, context
        """;
    // spotless:on

    private static final String ALARM = "alarm";
    /// Written instead of a class: each entry of the list names its own in the field `dataClass`.
    static final String NAMED_BY_ENTRY = "dataClass";

    private static final Set<MessageKind> ALARMS =
            Set.of(new MessageKind("REF-EMERG"), new MessageKind("REF-NOTARRIVED"));
    private static final Map<String, Map<String, Share>> SHARES = read();

    static Share share(String dataClass, MessageKind kind, AuthorityKind recipient) {
        String column = recipient == AuthorityKind.POLICE && ALARMS.contains(kind) ? ALARM : recipient.code();
        return SHARES.getOrDefault(dataClass, Map.of()).getOrDefault(column, Share.NEVER);
    }

    static Set<String> classes() {
        return SHARES.keySet();
    }

    /// What a class is, in a few words.
    static String meaning(String dataClass) {
        return cells().stream()
                .filter(line -> line.getFirst().equals(dataClass))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }

    /// The cells of the table, line by line; the last cell of a line is what the class is.
    static List<List<String>> cells() {
        List<String> lines = TABLE.lines().toList();
        int columns = lines.getFirst().replace("what it is", "").strip().split("\\s+").length;
        List<List<String>> cells = new ArrayList<>();
        for (String line : lines) cells.add(List.of(line.strip().split("\\s+", columns + 1)));
        return cells;
    }

    private static Map<String, Map<String, Share>> read() {
        List<List<String>> cells = cells();
        List<String> columns = cells.getFirst();
        Map<String, Map<String, Share>> shares = new LinkedHashMap<>();
        for (List<String> line : cells.subList(1, cells.size())) {
            Map<String, Share> row = new LinkedHashMap<>();
            for (int i = 1; i < line.size() - 1; i++)
                row.put(columns.get(i), Share.valueOf(line.get(i).toUpperCase(Locale.ROOT)));
            shares.put(line.getFirst(), row);
        }
        return shares;
    }

    private Minimisation() {}
}
